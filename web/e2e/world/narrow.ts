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

/** What the widest of a page's encoders may make of its camera. */
export interface Allowance {
  readonly maxBitrate: number;
  readonly maxFramerate: number;
  /** Longer side of the picture at that scale. */
  readonly width: number;
}

/** What a page's live connections have sent, summed up since it was opened. */
export interface Sent {
  readonly at: number;
  readonly videoBytes: number;
  readonly soundBytes: number;
  /** Null where no camera is sent live. */
  readonly allowed: Allowance | null;
  /** Of the shortest way. */
  readonly roundTripMs: number | null;
  /** Why encoders give less than they are allowed, and what the ways are believed to carry. */
  readonly why: string;
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
    const wires = (window.wires ?? []).filter(({ connectionState }) => connectionState === 'connected');
    const reports: Record<string, unknown>[] = [];
    for (const wire of wires)
      (await wire.getStats()).forEach((report: Record<string, unknown>) => void reports.push(report));
    const out = reports.filter(({ type }) => type === 'outbound-rtp');
    const figure = (value: unknown): number => (typeof value === 'number' ? value : 0);
    const sum = (kind: string): number =>
      out
        .filter((report) => report.kind === kind)
        .reduce((bytes, report) => bytes + figure(report.bytesSent), 0);
    const pairs = reports.filter(({ type, nominated }) => type === 'candidate-pair' && nominated);
    const trips = pairs.map((pair) => pair.currentRoundTripTime).filter((trip) => typeof trip === 'number');
    const allowances = wires
      .flatMap((wire) => wire.getSenders())
      .filter(({ track }) => track?.kind === 'video')
      .map((sender) => {
        const [encoding] = sender.getParameters().encodings;
        const { width = 0, height = 0 } = sender.track?.getSettings() ?? {};
        return {
          maxBitrate: encoding?.maxBitrate ?? 0,
          maxFramerate: encoding?.maxFramerate ?? 0,
          width: Math.round(Math.max(width, height) / (encoding?.scaleResolutionDownBy ?? 1)),
        };
      })
      .sort((a, b) => b.maxBitrate - a.maxBitrate);
    return {
      at: Date.now(),
      videoBytes: sum('video'),
      soundBytes: sum('audio'),
      allowed: allowances[0] ?? null,
      roundTripMs: trips.length > 0 ? Math.min(...trips) * 1_000 : null,
      why: JSON.stringify([
        out.map((report) => report.qualityLimitationReason ?? '-'),
        pairs.map((pair) => pair.availableOutgoingBitrate ?? '-'),
      ]),
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
