import type { Page } from 'playwright-core';

/** Colours of the marks that cameras show, as the other side's pixels are compared. */
export interface Rgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

/** The colour at the mark's place in a video of the page, by its label; null while it shows nothing. */
export function markIn(page: Page, label: string | RegExp): Promise<Rgb | null> {
  const source = typeof label === 'string' ? label : label.source;
  return page.evaluate((pattern) => {
    const videos = [...document.querySelectorAll('video')];
    const video = videos.find((known) => new RegExp(pattern).test(known.getAttribute('aria-label') ?? ''));
    if (!video?.videoWidth) return null;
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
    const pen = canvas.getContext('2d');
    pen?.drawImage(video, 0, 0, 64, 48);
    const [r = 0, g = 0, b = 0] = pen?.getImageData(3, 44, 1, 1).data ?? [];
    return { r, g, b };
  }, source);
}

/** Whether `seen` is the colour `mark` (`#rrggbb`), give or take what a codec does to it. */
export function isMark(seen: Rgb | null, mark: string): boolean {
  if (!seen) return false;
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(mark.slice(at, at + 2), 16)) as [number, number, number];
  return Math.abs(seen.r - r) < 60 && Math.abs(seen.g - g) < 60 && Math.abs(seen.b - b) < 60;
}

/** Loudest frequency (Hz) of a playing video's sound; null for silence. */
export function toneIn(page: Page, label: string | RegExp): Promise<number | null> {
  const source = typeof label === 'string' ? label : label.source;
  return page.evaluate(async (pattern) => {
    const videos = [...document.querySelectorAll('video')];
    const video = videos.find((known) => new RegExp(pattern).test(known.getAttribute('aria-label') ?? ''));
    const stream = video?.srcObject;
    if (!video || video.muted || !(stream instanceof MediaStream) || stream.getAudioTracks().length === 0)
      return null;
    const audio = new AudioContext();
    const analyser = Object.assign(audio.createAnalyser(), { fftSize: 8192 });
    audio.createMediaStreamSource(stream).connect(analyser);
    await new Promise((resolve) => setTimeout(resolve, 700));
    const levels = new Float32Array(analyser.frequencyBinCount);
    analyser.getFloatFrequencyData(levels);
    const step = audio.sampleRate / analyser.fftSize;
    await audio.close();
    const loudest = levels.reduce(
      (best, level, bin) => (level > (levels[best] ?? -Infinity) ? bin : best),
      0,
    );
    return (levels[loudest] ?? -Infinity) < -70 ? null : loudest * step;
  }, source);
}

/** Frames that a video of the page has shown so far: the last one of a broken stream stays, but is counted once. */
export function framesIn(page: Page, label: string | RegExp): Promise<number> {
  const source = typeof label === 'string' ? label : label.source;
  return page.evaluate((pattern) => {
    const videos = [...document.querySelectorAll('video')];
    const video = videos.find((known) => new RegExp(pattern).test(known.getAttribute('aria-label') ?? ''));
    return video?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
  }, source);
}

/** Asks again until it holds. @throws with what it saw last */
export async function eventually<T>(
  look: () => Promise<T>,
  holds: (seen: T) => boolean,
  ms = 60_000,
): Promise<T> {
  const until = Date.now() + ms;
  let seen = await look();
  while (!holds(seen)) {
    if (Date.now() > until) throw new Error(`did not come about; last seen: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    seen = await look();
  }
  return seen;
}
