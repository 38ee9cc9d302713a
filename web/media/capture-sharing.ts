/** The parts of `navigator` that tell engines apart. */
export interface EngineMarks {
  readonly userAgent: string;
  readonly maxTouchPoints: number;
}

/**
 * Whether a frame and our page can both have the camera. Every browser of an iPhone or iPad is the same engine, and
 * there the second request mutes the first. An iPad calls itself a Mac, but has fingers.
 */
export function canShareCapture({ userAgent, maxTouchPoints }: EngineMarks): boolean {
  const iphone = /iPhone|iPad|iPod/.test(userAgent);
  const ipad = /Macintosh/.test(userAgent) && maxTouchPoints > 1;
  return !iphone && !ipad;
}
