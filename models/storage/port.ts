import { randomBytes } from 'node:crypto';

/**
 * Where files lie: encrypted, under opaque random keys. Whose they are and what they are stands in `stored_objects`.
 * @throws StorageFault when a file is there but cannot be given back as it was stored
 */
export interface Storage {
  /** Resolves when the content would survive a power cut. Writing a key again replaces its content. */
  readonly put: (key: string, content: Uint8Array) => Promise<void>;
  /** Null where nothing is stored. */
  readonly get: (key: string) => Promise<Buffer | null>;
  /** Deleting what is not there is no error. */
  readonly delete: (key: string) => Promise<void>;
  readonly exists: (key: string) => Promise<boolean>;
}

export type StorageFaultCode =
  /** Changed, cut short, moved to another key, or not ours. */
  | 'DAMAGED'
  /** Encrypted with a key that is not configured. */
  | 'UNKNOWN_KEY'
  /** Not of the form that `newObjectKey` makes. */
  | 'BAD_KEY';

export class StorageFault extends Error {
  override readonly name = 'StorageFault';

  constructor(
    readonly code: StorageFaultCode,
    readonly key: string,
    options?: ErrorOptions,
  ) {
    super(`stored object ${key}: ${code}`, options);
  }
}

/** 192 random bits: cannot be guessed, and says nothing of what it names. */
export const newObjectKey = (): string => randomBytes(24).toString('base64url');

/** @throws StorageFault BAD_KEY, so that no key can ever name a path outside of the storage */
export const assertObjectKey = (key: string): void => {
  if (!/^[A-Za-z0-9_-]{16,80}$/.test(key)) throw new StorageFault('BAD_KEY', key);
};
