/** What a browser records in, and how it is announced to the server. */
export interface RecordedType {
  /** With codecs, for the recorder. */
  readonly mimeType: string;
  /** Without, for the server. */
  readonly type: 'video/webm' | 'video/mp4';
}

const webm = ['video/webm;codecs=vp8,opus', 'video/webm;codecs=vp8', 'video/webm'] as const;
const mp4 = ['video/mp4;codecs=avc1.42E01E,mp4a.40.2', 'video/mp4'] as const;

/** Every browser of an iPhone is Safari's engine; Chrome and its kin name Safari too, but themselves first. */
export function isSafari(userAgent: string): boolean {
  if (/iPhone|iPad|iPod/.test(userAgent)) return true;
  return /AppleWebKit/.test(userAgent) && !/Chrome|Chromium|Android|Edg/.test(userAgent);
}

/** mp4 on Safari, webm elsewhere: each records its own without pauses. Null where the browser records neither. */
export function chooseType(
  userAgent: string,
  isSupported: (mimeType: string) => boolean,
): RecordedType | null {
  const wanted = isSafari(userAgent) ? [...mp4, ...webm] : [...webm, ...mp4];
  const mimeType = wanted.find(isSupported);
  if (!mimeType) return null;
  return { mimeType, type: mimeType.startsWith('video/mp4') ? 'video/mp4' : 'video/webm' };
}
