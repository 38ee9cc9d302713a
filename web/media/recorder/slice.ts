import type { RecordedType } from './media-type';

/** One run of a recorder: its slices one after another are one file. */
export interface SegmentPlace {
  readonly sittingId: string;
  readonly takeId: string;
  readonly position: 1 | 2;
  /** The take's span that it is recorded in. */
  readonly span: number;
  /** 1, 2, … of this position in this take. */
  readonly segment: number;
  /** Epoch of the position under which it is recorded. */
  readonly epoch: number;
  readonly type: RecordedType['type'];
}

/** Some seconds of a segment, as this browser keeps them until the server has them. */
export interface KeptSlice extends SegmentPlace {
  readonly key: string;
  /** 0, 1, … of its segment. */
  readonly seq: number;
  /** Ms from the instant at which both positions begin, by the server's clock. */
  readonly from: number;
  readonly to: number;
  /** SHA-256, hex. */
  readonly digest: string;
  readonly body: ArrayBuffer;
}

/** What a segment consists of, known here also after its slices have gone. */
export interface KeptSegment extends SegmentPlace {
  readonly key: string;
  readonly slices: readonly { readonly digest: string; readonly bytes: number }[];
  /** Its recorder has stopped. */
  readonly over: boolean;
}

/** Where slices wait. A browser that refuses storage keeps them as long as the page. */
export interface SliceShelf {
  /** Keys of the slices that wait, oldest first. */
  readonly waiting: (sittingId: string) => Promise<readonly string[]>;
  readonly slice: (key: string) => Promise<KeptSlice | undefined>;
  /** Both at once. False: they are in this page only. */
  readonly keep: (slice: KeptSlice, segment: KeptSegment) => Promise<boolean>;
  readonly keepSegment: (segment: KeptSegment) => Promise<void>;
  readonly removeSlice: (key: string) => Promise<void>;
  readonly removeSegment: (key: string) => Promise<void>;
  /** Segments that the server has not been told to be over, oldest first. */
  readonly segments: (sittingId: string) => Promise<readonly KeptSegment[]>;
}

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

/** In the order of their making: take ids begin with their time. */
export const segmentKey = ({ sittingId, takeId, position, segment }: SegmentPlace): string =>
  [sittingId, takeId, position, padded(segment, 3)].join('/');

export const sliceKey = (place: SegmentPlace, seq: number): string =>
  `${segmentKey(place)}/${padded(seq, 5)}`;
