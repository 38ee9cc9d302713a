import type { Cap } from './budget';
import { SOUND_BITRATE } from './budget';

/** What goes out on one link. A null track sends nothing at all, without a new negotiation. */
export interface Outgoing {
  readonly video: MediaStreamTrack | null;
  readonly cap: Cap | null;
  readonly audio: MediaStreamTrack | null;
}

export const silence: Outgoing = { video: null, cap: null, audio: null };

/** How much smaller than the camera's picture the sent one is; its longer side counts, upright phones included. */
export function scaleFor(track: Pick<MediaStreamTrack, 'getSettings'>, cap: Cap): number {
  const { width = 0, height = 0 } = track.getSettings();
  return Math.max(1, Math.max(width, height) / cap.maxWidth);
}

function encodingOf(track: MediaStreamTrack, cap: Cap): RTCRtpEncodingParameters {
  return {
    active: true,
    maxBitrate: cap.maxBitrate,
    maxFramerate: cap.maxFramerate,
    scaleResolutionDownBy: scaleFor(track, cap),
  };
}

async function encode(sender: RTCRtpSender, encoding: RTCRtpEncodingParameters): Promise<void> {
  const parameters = sender.getParameters();
  const [first] = parameters.encodings;
  // Before the first negotiation some engines have no encodings yet; the next change sets them.
  if (!first) return;
  parameters.encodings = [{ ...first, ...encoding }];
  // A connection that closes meanwhile refuses: there is nothing to set any more.
  await sender.setParameters(parameters).catch(() => undefined);
}

/** The two one-way lines of a link. Each is made when something first goes out on it, and kept. */
export class Senders {
  private readonly made: { video: RTCRtpSender | null; audio: RTCRtpSender | null } = {
    video: null,
    audio: null,
  };

  constructor(private readonly connection: RTCPeerConnection) {}

  async set({ video, cap, audio }: Outgoing): Promise<void> {
    await this.setVideo(cap ? video : null, cap);
    await this.setAudio(audio);
  }

  private async setVideo(track: MediaStreamTrack | null, cap: Cap | null): Promise<void> {
    if (track && cap && !this.made.video) {
      const sendEncodings = [encodingOf(track, cap)];
      this.made.video = this.connection.addTransceiver(track, {
        direction: 'sendonly',
        sendEncodings,
      }).sender;
      return;
    }
    const { video } = this.made;
    if (!video) return;
    if (video.track !== track) await video.replaceTrack(track).catch(() => undefined);
    if (track && cap) await encode(video, encodingOf(track, cap));
  }

  private async setAudio(track: MediaStreamTrack | null): Promise<void> {
    if (track && !this.made.audio) {
      const sendEncodings: RTCRtpEncodingParameters[] = [
        { maxBitrate: SOUND_BITRATE, priority: 'high', networkPriority: 'high' },
      ];
      this.made.audio = this.connection.addTransceiver(track, {
        direction: 'sendonly',
        sendEncodings,
      }).sender;
      return;
    }
    const { audio } = this.made;
    if (audio && audio.track !== track) await audio.replaceTrack(track).catch(() => undefined);
  }
}
