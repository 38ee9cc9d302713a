/** What the statistics of one link say, summed up since it was made. */
export interface LinkLook {
  readonly videoBytes: number;
  readonly audioBytes: number;
  readonly packets: number;
  readonly lost: number;
  /** What the way out is estimated to carry, bits a second; null where the engine does not tell. */
  readonly outgoing: number | null;
  /** An encoder makes its picture worse for want of bits. Estimates alone stay low where little is sent. */
  readonly starved: boolean;
  /** Share of our packets that the other side misses, 0 to 1; null when not reported. */
  readonly lostByThem: number | null;
  readonly roundTripMs: number | null;
}

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
const known = (value: unknown): number | null => (typeof value === 'number' ? value : null);

type Report = Readonly<Record<string, unknown>>;

function worst(values: readonly (number | null)[]): number | null {
  const told = values.filter((value) => value !== null);
  return told.length > 0 ? Math.max(...told) : null;
}

/** Several pairs may be nominated, of which one carries everything: the transport names it, or it alone is measured. */
function pairInUse(pairs: readonly Report[], transports: readonly Report[]): Report | undefined {
  const chosen = transports.map((transport) => transport.selectedCandidatePairId);
  const nominated = pairs.filter((pair) => pair.nominated && pair.state === 'succeeded');
  return (
    pairs.find((pair) => pair.id !== undefined && chosen.includes(pair.id)) ??
    nominated.find((pair) => known(pair.availableOutgoingBitrate) !== null) ??
    nominated[0]
  );
}

/** Reads the reports of `getStats`. What an engine leaves out is null, never guessed. */
export function lookAt(reports: Iterable<Report>): LinkLook {
  const all = [...reports];
  const ofType = (type: string): Report[] => all.filter((report) => report.type === type);
  const inbound = ofType('inbound-rtp');
  const bytes = (kind: string): number =>
    inbound
      .filter((report) => report.kind === kind)
      .reduce((sum, report) => sum + number(report.bytesReceived), 0);
  const pair = pairInUse(ofType('candidate-pair'), ofType('transport'));
  const trip = known(pair?.currentRoundTripTime);
  return {
    videoBytes: bytes('video'),
    audioBytes: bytes('audio'),
    packets: inbound.reduce((sum, report) => sum + number(report.packetsReceived), 0),
    lost: inbound.reduce((sum, report) => sum + Math.max(0, number(report.packetsLost)), 0),
    outgoing: known(pair?.availableOutgoingBitrate),
    starved: ofType('outbound-rtp').some((report) => report.qualityLimitationReason === 'bandwidth'),
    lostByThem: worst(ofType('remote-inbound-rtp').map((report) => known(report.fractionLost))),
    roundTripMs: trip === null ? null : trip * 1000,
  };
}

const MUCH_LOSS = 0.08;
const LONG_TRIP_MS = 1_200;
const ENOUGH = 0.75;

/** The way out carries less than what is to be sent on this link. */
export function isStrained(look: LinkLook, wanted: number): boolean {
  if (wanted === 0) return false;
  if (look.lostByThem !== null && look.lostByThem > MUCH_LOSS) return true;
  if (look.roundTripMs !== null && look.roundTripMs > LONG_TRIP_MS) return true;
  return look.starved && look.outgoing !== null && look.outgoing < wanted * ENOUGH;
}
