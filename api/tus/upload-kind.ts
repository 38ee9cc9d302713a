import type { CandidatePrincipal } from '../access/principal';

/** An upload under way: `offset` bytes of it are stored. */
export interface Upload {
  readonly id: string;
  readonly bytes: number;
  readonly offset: number;
}

/** What a page announces before the first byte. */
export interface Announcement {
  /** Epoch of the position, as the device has it. */
  readonly epoch: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly bytes: number;
}

/** What is uploaded by tus: how it begins, where its bytes go, and what is made of them. Each may refuse. */
export interface UploadKind<U extends Upload> {
  readonly path: string;
  readonly epochHeader: string;
  readonly mostBytes: number;
  /** Bytes that are held in memory of one upload before they are stored. */
  readonly partBytes: number;
  /** Begins, or finds the one of the same bytes: what has arrived of it stays. */
  readonly begin: (who: CandidatePrincipal, announcement: Announcement) => Promise<U>;
  /** One of this candidate. @throws AppError NOT_FOUND, or the refusal that it met */
  readonly find: (who: CandidatePrincipal, id: string) => Promise<U>;
  /** @throws AppError where this device may not send any more of it */
  readonly demand: (who: CandidatePrincipal, upload: U, epoch: number) => Promise<void>;
  /** Stored and flushed when it resolves. @throws AppError CONFLICT where `from` is not the offset by now */
  readonly store: (upload: U, from: number, bytes: Buffer) => Promise<void>;
  readonly isFinished: (upload: U) => boolean;
  /** All bytes are there. A repeat finds what was made. */
  readonly finish: (upload: U) => Promise<void>;
  /** Only of what is not whole. */
  readonly drop: (upload: U) => Promise<void>;
}
