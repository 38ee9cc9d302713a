import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/** A way out to the network, for HTTP and for live pictures and sound alike. */
export interface Line {
  /** Bits a second. */
  readonly up: number;
  /** One way; a round trip of live media takes twice as long. */
  readonly latencyMs: number;
  /** Of each hundred packets of live media. */
  readonly lossPercent: number;
}

/** A device whose line is as narrow as it is told. Live connections are held to it if it was told before they began. */
export class NarrowLine {
  private constructor(private readonly session: CDPSession) {}

  static async of(page: Page, line: Line): Promise<NarrowLine> {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const narrow = new NarrowLine(session);
    await narrow.become(line);
    return narrow;
  }

  async become({ up, latencyMs, lossPercent }: Line): Promise<void> {
    await this.session.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: latencyMs, downloadThroughput: -1, uploadThroughput: up / 8 },
      ...{ packetLoss: lossPercent, packetQueueLength: 60, packetReordering: false },
    });
  }
}

declare global {
  interface Window {
    /** Every live connection that this page has made. */
    wires?: RTCPeerConnection[];
  }
}

/** What a page's live connections have sent, summed up since it was opened. */
export interface Sent {
  readonly at: number;
  readonly videoBytes: number;
  readonly soundBytes: number;
  /** Of the picture that is sent now; 0 where none is. */
  readonly width: number;
  readonly framesPerSecond: number;
  readonly roundTripMs: number | null;
}

/** Lets `sentBy` see the page's live connections. For a context that has no page of ours open yet. */
export async function watchWires(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const Plain = window.RTCPeerConnection;
    const wires: RTCPeerConnection[] = [];
    window.wires = wires;
    window.RTCPeerConnection = class extends Plain {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        wires.push(this);
      }
    };
  });
}

export function sentBy(page: Page): Promise<Sent> {
  return page.evaluate(async () => {
    const reports: Record<string, unknown>[] = [];
    for (const wire of window.wires ?? [])
      (await wire.getStats()).forEach((report: Record<string, unknown>) => void reports.push(report));
    const out = reports.filter(({ type }) => type === 'outbound-rtp');
    const figure = (value: unknown): number => (typeof value === 'number' ? value : 0);
    const sum = (kind: string): number =>
      out
        .filter((report) => report.kind === kind)
        .reduce((bytes, report) => bytes + figure(report.bytesSent), 0);
    const most = (name: string): number => Math.max(0, ...out.map((report) => figure(report[name])));
    const trip = reports.find(
      ({ type, nominated }) => type === 'candidate-pair' && nominated,
    )?.currentRoundTripTime;
    return {
      at: Date.now(),
      videoBytes: sum('video'),
      soundBytes: sum('audio'),
      width: most('frameWidth'),
      framesPerSecond: most('framesPerSecond'),
      roundTripMs: typeof trip === 'number' ? trip * 1_000 : null,
    };
  });
}

/** A camera whose picture never rests, so that its encoder wants every bit it can get. */
export interface BusyCamera {
  readonly width: number;
  readonly height: number;
  readonly mark: string;
  readonly tone: number;
}

/** Takes the place of the page's camera. Runs before its own scripts. */
export function installBusyCamera({ width, height, mark, tone }: BusyCamera): void {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d');
  const paint = (): void => {
    if (!pen) return;
    for (let patch = 0; patch < 60; patch += 1) {
      const [x, y, hue] = [Math.random() * width, Math.random() * height, Math.random() * 360];
      pen.fillStyle = `hsl(${hue} 60% 50%)`;
      pen.fillRect(x, y, width / 12, height / 12);
    }
    pen.fillStyle = mark;
    pen.fillRect(0, height * 0.8, width * 0.15, height * 0.2);
  };
  paint();
  setInterval(paint, 1_000 / 20);
  const sound = (): MediaStreamTrack[] => {
    const audio = new AudioContext();
    const target = audio.createMediaStreamDestination();
    const oscillator = Object.assign(audio.createOscillator(), { type: 'sine' });
    oscillator.frequency.value = tone;
    oscillator.connect(target);
    oscillator.start();
    return target.stream.getAudioTracks();
  };
  navigator.mediaDevices.getUserMedia = (wanted: MediaStreamConstraints = {}) =>
    Promise.resolve(
      new MediaStream([
        ...(wanted.video ? canvas.captureStream(20).getVideoTracks() : []),
        ...(wanted.audio ? sound() : []),
      ]),
    );
}
