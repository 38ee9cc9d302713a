import { Context } from '@temporalio/activity';
import { WorkflowNotFoundError } from '@temporalio/client';
import { MoreThan, type DataSource } from 'typeorm';
import { OrderDelivery } from '#models/order-delivery';
import { Sitting } from '#models/sitting';
import { sittingWorkflowId } from '#protocol/ids';
import type { RoomPorts } from '#workflows/activities';
import { doorbell } from '#workflows/messages';
import type { Deps } from './deps';

type Query = Parameters<RoomPorts['ringDoorbells']>[0];
type Outcome = OrderDelivery['outcome'];

/** Signals in flight at once: more only queue in the server. */
const AT_ONCE = 32;

/** How far a try came: every sitting up to `after` is done. The next try goes on behind it. */
interface Cursor {
  readonly after: string;
  readonly rung: number;
  readonly absent: number;
}

const start: Cursor = { after: '', rung: 0, absent: 0 };

/** The whole roster, not those known to have begun: one that began a moment ago is not projected yet. */
const rosterOf = async (source: DataSource, { roomId, to }: Query, after: string) => {
  const rows = await source.getRepository(Sitting).find({
    select: { id: true },
    where: to === null ? { roomId, id: MoreThan(after) } : { roomId, id: to },
    order: { id: 'ASC' },
  });
  return rows.map(({ id }) => id);
};

const ring = async ({ client }: Deps, sittingId: string, { roomId, upTo }: Query): Promise<Outcome> => {
  try {
    await client.workflow.getHandle(sittingWorkflowId(sittingId)).signal(doorbell, { roomId, upTo });
    return 'rung';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'absent';
    throw error;
  }
};

/** One round: all of it is rung and written down before the cursor moves. */
const ringRound = async (deps: Deps, source: DataSource, query: Query, sittingIds: readonly string[]) => {
  const { roomId, upTo: seq } = query;
  const at = deps.clock();
  const rows = await Promise.all(
    sittingIds.map(async (sittingId) => ({
      ...{ roomId, seq, sittingId, at },
      outcome: await ring(deps, sittingId, query),
    })),
  );
  await source.getRepository(OrderDelivery).upsert(rows, ['roomId', 'seq', 'sittingId']);
  return rows.filter(({ outcome }) => outcome === 'rung').length;
};

/** Tells sittings that there are orders. Whoever has no workflow is written down as absent and pulls when he begins. */
export const ringDoorbells =
  (deps: Deps): RoomPorts['ringDoorbells'] =>
  async (query) => {
    const context = Context.current();
    const source = await deps.database();
    let cursor: Cursor = (context.info.heartbeatDetails as Cursor | undefined) ?? start;
    const sittingIds = await rosterOf(source, query, cursor.after);
    for (let from = 0; from < sittingIds.length; from += AT_ONCE) {
      context.cancellationSignal.throwIfAborted();
      const round = sittingIds.slice(from, from + AT_ONCE);
      const rung = await ringRound(deps, source, query, round);
      cursor = {
        after: round.at(-1) ?? cursor.after,
        rung: cursor.rung + rung,
        absent: cursor.absent + round.length - rung,
      };
      context.heartbeat(cursor);
    }
    return { rung: cursor.rung, absent: cursor.absent };
  };
