import type { FacePose } from '#protocol/face';
import { isPassing, type Result } from '../../../api/result';
import type { Refused } from '../../../api/result';

export interface PoseFrames {
  readonly pose: FacePose;
  readonly keys: string[];
}

interface FramesParts {
  readonly upload: (picture: Blob) => Promise<Result<{ readonly key: string }>>;
  /** Waits before trying again; the picture is worth nothing after the deadline. */
  readonly wait: (attempt: number) => Promise<void>;
  readonly signal: AbortSignal;
}

export class UploadRefused extends Error {
  override readonly name = 'UploadRefused';
  readonly code = 'UPLOAD_REFUSED';
  constructor(readonly refused: Refused) {
    super(refused.no.refused);
  }
}

/** Pictures of one attempt: they go up while the next movement is asked, and keep their order. */
export class AttemptFrames {
  private readonly uploads: { readonly pose: FacePose; readonly key: Promise<string | null> }[] = [];

  constructor(private readonly parts: FramesParts) {}

  add(pose: FacePose, picture: Blob): void {
    const key = this.bring(picture);
    // Looked at when all are in; a refusal meanwhile is no unhandled fault.
    key.catch(() => undefined);
    this.uploads.push({ pose, key });
  }

  /** @throws UploadRefused when the server would not take one. Null: given up meanwhile. */
  async all(): Promise<PoseFrames[] | null> {
    const frames: PoseFrames[] = [];
    for (const { pose, key } of this.uploads) {
      const known = await key;
      if (known === null) return null;
      const last = frames.at(-1);
      if (last?.pose === pose) last.keys.push(known);
      else frames.push({ pose, keys: [known] });
    }
    return frames;
  }

  private async bring(picture: Blob): Promise<string | null> {
    const { upload, wait, signal } = this.parts;
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      const result = await upload(picture);
      if (result.ok) return result.value.key;
      const again = isPassing(result.no) || result.no.refused === 'SLOW_DOWN';
      if (!again) throw new UploadRefused({ no: result.no, requestId: result.requestId });
      await wait(attempt);
    }
    return null;
  }
}
