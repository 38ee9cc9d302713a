import { ApplicationFailure } from '@temporalio/common';
import type { Client } from '@temporalio/client';
import type {
  IdentityCasePorts,
  OutagesAtDeadline,
  PaperPorts,
  RoomPorts,
  SittingPorts,
  TakePorts,
  VisionPorts,
} from '../activities';
import { identityCaseWorkflow } from '../identity-case';
import { doorbell, identityDecided, type NumberedOrder } from '../messages';
import { identityCaseWorkflowId, sittingWorkflowId } from '../protocol/ids';
import type { CollectedPaper } from '../steps/paper/schema';
import type { RecordedChange } from '../protocol/events';
import type { FaceVerdict } from '../protocol/face';
import type { RoomView, StaffView } from '../protocol/views.schema';

type Ports = SittingPorts & RoomPorts & IdentityCasePorts & VisionPorts & PaperPorts & TakePorts;
type PaperQuery = Parameters<PaperPorts['collectPaper']>[0];
type Batch = Parameters<SittingPorts['recordTransition']>[0];
type CaseRow = Parameters<IdentityCasePorts['recordIdentityCase']>[0];
type FaceQuery = Parameters<VisionPorts['checkFace']>[0];

const evidence = {
  toRegistered: 0.3,
  farthestFrame: 0.2,
  bestFrame: 0,
  decidedAt: null,
  modelVersion: 'test',
  thresholdVersion: 'test',
};
export const verdicts = {
  pass: { outcome: 'pass', evidence },
  review: { outcome: 'review', reason: 'uncertain-likeness', evidence },
  noMatch: { outcome: 'no-match', evidence },
  dark: { outcome: 'unusable', reason: 'too-dark', missed: null, evidence },
} as const satisfies Record<string, FaceVerdict>;

/** The ports with storage in memory: the same promises, and outages on demand. */
export class MemoryStore {
  readonly changes = new Map<string, RecordedChange[]>();
  readonly views = new Map<string, StaffView>();
  readonly orders = new Map<string, NumberedOrder[]>();
  readonly rooms = new Map<string, RoomView[]>();
  readonly roster = new Map<string, string[]>();
  readonly cases = new Map<string, CaseRow[]>();
  readonly deletedStills = new Set<string>();
  readonly batches: Batch[] = [];
  /** While true, everything that needs the database fails, to be tried again. */
  isAway = false;
  /** While true, bells are lost: sittings hear of orders only by looking. */
  isDeaf = false;
  /** What a sitting is told of outages before it acts on a deadline. */
  outages: OutagesAtDeadline = { isOursUnbooked: false, measured: [] };
  /** Papers that were collected, and what is found of each. */
  readonly collected: PaperQuery[] = [];
  paper: (query: PaperQuery) => CollectedPaper = ({ mode }) =>
    mode === 'online'
      ? { mode, revision: 7, digest: 'a'.repeat(64) }
      : { mode, set: null, made: 'by-server' };
  verdict: (query: FaceQuery) => FaceVerdict | Promise<FaceVerdict> = () => verdicts.pass;

  eventsOf(sittingId: string) {
    return (this.changes.get(sittingId) ?? []).flatMap(({ events }) => events);
  }

  kindsOf(sittingId: string) {
    return this.eventsOf(sittingId).map(({ kind }) => kind);
  }

  needDatabase(): void {
    if (this.isAway) throw ApplicationFailure.create({ type: 'DATABASE_AWAY', message: 'DATABASE_AWAY' });
  }

  /** Revision r only where r-1 is; what is there already is passed over. */
  record({ sittingId, changes, view, ...rest }: Batch): void {
    this.needDatabase();
    const rows = this.changes.get(sittingId) ?? [];
    for (const change of changes) {
      if (change.revision <= rows.length) continue;
      if (change.revision !== rows.length + 1) throw ApplicationFailure.nonRetryable('gap', 'RECORD_GAP');
      rows.push(change);
    }
    this.changes.set(sittingId, rows);
    this.views.set(sittingId, view);
    this.batches.push({ sittingId, changes, view, ...rest });
  }
}

const list = <T>(map: Map<string, T[]>, key: string): T[] => {
  const found = map.get(key) ?? [];
  map.set(key, found);
  return found;
};

const orderPorts = (store: MemoryStore, client: Client): RoomPorts & Pick<SittingPorts, 'pullOrders'> => ({
  async pullOrders({ roomId, sittingId, after, isDue }) {
    store.needDatabase();
    const rows = list(store.orders, roomId);
    const orders = rows.filter(({ seq, to }) => seq > after && (to === null || to === sittingId));
    return { upTo: rows.at(-1)?.seq ?? 0, orders, ...(isDue && { outages: store.outages }) };
  },
  async recordOrders({ roomId, orders, room }) {
    store.needDatabase();
    const rows = list(store.orders, roomId);
    rows.push(...orders.filter(({ seq }) => seq > (rows.at(-1)?.seq ?? 0)));
    list(store.rooms, roomId).push(room);
  },
  async ringDoorbells({ roomId, upTo, to }) {
    if (store.isDeaf) return { rung: 1, absent: 0 };
    const guests = to === null ? list(store.roster, roomId) : [to];
    const rung = await Promise.all(
      guests.map((guest) =>
        client.workflow
          .getHandle(sittingWorkflowId(guest))
          .signal(doorbell, { roomId, upTo })
          .then(
            () => 1,
            () => 0,
          ),
      ),
    );
    const heard = rung.filter(Boolean).length;
    return { rung: heard, absent: guests.length - heard };
  },
});

const casePorts = (
  store: MemoryStore,
  client: Client,
  taskQueue: string,
): IdentityCasePorts & Pick<SittingPorts, 'openIdentityCase'> => ({
  async openIdentityCase(input) {
    await client.workflow.start(identityCaseWorkflow, {
      taskQueue,
      workflowId: identityCaseWorkflowId(input.caseId),
      workflowIdConflictPolicy: 'USE_EXISTING',
      args: [input],
    });
  },
  async recordIdentityCase(row) {
    store.needDatabase();
    list(store.cases, row.input.caseId).push(row);
  },
  async tellSitting({ sittingId, ...decision }) {
    await client.workflow.getHandle(sittingWorkflowId(sittingId)).signal(identityDecided, decision);
  },
  async deleteStills({ keys }) {
    for (const key of keys) store.deletedStills.add(key);
  },
});

const paperPorts = (store: MemoryStore): PaperPorts & TakePorts => ({
  async collectTakes({ takes, until: at }) {
    store.needDatabase();
    return takes.map(({ question, takeId }) => ({
      question,
      sealed: { takeId, slices: 12, digest: 'd'.repeat(64), at },
    }));
  },
  async collectPaper(query) {
    store.needDatabase();
    store.collected.push(query);
    return store.paper(query);
  },
});

export const memoryPorts = (store: MemoryStore, client: Client, taskQueue: string): Ports => ({
  async recordTransition(batch) {
    store.record(batch);
  },
  async checkFace(query) {
    return store.verdict(query);
  },
  ...paperPorts(store),
  ...orderPorts(store, client),
  ...casePorts(store, client, taskQueue),
});
