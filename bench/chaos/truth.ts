import { Client, Connection } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { In } from 'typeorm';
import { ExamEvent } from '#models/exam-event';
import { payloadKeys } from '#models/key-ids';
import { encryptedDataConverter } from '#models/payload-codec';
import { RecordedChangeRow } from '#models/recorded-change';
import { Room } from '#models/room';
import { RoomOrderRow } from '#models/room-order';
import { Sitting } from '#models/sitting';
import { roomWorkflowId, sittingWorkflowId } from '#protocol/ids';
import type { RoomView, StaffView } from '#protocol/views.schema';
import { roomState, sittingState } from '#workflows/messages';
import type { Hall } from './hall';

export interface SittingTruth {
  readonly sittingId: string;
  readonly roomId: string;
  readonly projection: { readonly revision: number; readonly staffView: StaffView | null };
  readonly changes: readonly Pick<RecordedChangeRow, 'revision' | 'commandId'>[];
  readonly events: readonly ExamEvent[];
  /** The workflow's own; null where there is none. */
  readonly state: StaffView | null;
}
export interface RoomTruth {
  readonly roomId: string;
  readonly rows: readonly RoomOrderRow[];
  readonly lastSeq: number;
  readonly state: RoomView | null;
}
export interface Truth {
  readonly sittings: readonly SittingTruth[];
  readonly rooms: readonly RoomTruth[];
}

/** Queries of workflows at once. */
const AT_ONCE = 8;

/** Reads what stands in MariaDB and what the workflows themselves say. */
export class TruthReader {
  private constructor(
    private readonly source: DataSource,
    private readonly client: Client,
    private readonly connection: Connection,
  ) {}

  static open(source: DataSource, env: Readonly<Record<string, string>>): TruthReader {
    const connection = Connection.lazy({ address: env.TEMPORAL_ADDRESS });
    const client = new Client({
      connection,
      namespace: env.TEMPORAL_NAMESPACE ?? '',
      dataConverter: encryptedDataConverter(payloadKeys(Buffer.from(env.PAYLOAD_KEY ?? '', 'base64'), [])),
    });
    return new TruthReader(source, client, connection);
  }

  /** @throws while a part of it is away */
  async read(hall: Hall): Promise<Truth> {
    const [sittings, rooms] = [await this.sittings(hall), await this.rooms(hall)];
    return { sittings, rooms };
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  private async sittings({ examId }: Hall): Promise<SittingTruth[]> {
    const rows = await this.source.getRepository(Sitting).findBy({ examId });
    const sittingId = In(rows.map(({ id }) => id));
    const events = await this.source.getRepository(ExamEvent).find({
      where: { sittingId },
      order: { sittingId: 'ASC', revision: 'ASC', ordinal: 'ASC' },
    });
    const changes = await this.source.getRepository(RecordedChangeRow).find({
      where: { sittingId },
      select: { sittingId: true, revision: true, commandId: true },
      order: { sittingId: 'ASC', revision: 'ASC' },
    });
    const ofSitting = <T extends { sittingId: string }>(all: readonly T[], id: string) =>
      all.filter((each) => each.sittingId === id);
    return pooled(rows, async ({ id, roomId, revision, staffView }) => ({
      sittingId: id,
      roomId,
      projection: { revision, staffView },
      changes: ofSitting(changes, id),
      events: ofSitting(events, id),
      state: await this.ask(() => this.client.workflow.getHandle(sittingWorkflowId(id)).query(sittingState)),
    }));
  }

  private async rooms({ examId }: Hall): Promise<RoomTruth[]> {
    const rooms = await this.source.getRepository(Room).findBy({ examId });
    const orders = await this.source.getRepository(RoomOrderRow).find({
      where: { roomId: In(rooms.map(({ id }) => id)) },
      order: { roomId: 'ASC', seq: 'ASC' },
    });
    return pooled(rooms, async ({ id, lastSeq }) => ({
      roomId: id,
      lastSeq,
      rows: orders.filter(({ roomId }) => roomId === id),
      state: await this.ask(() => this.client.workflow.getHandle(roomWorkflowId(id)).query(roomState)),
    }));
  }

  /** Null where there is no such workflow, which is an answer. */
  private async ask<T>(query: () => Promise<T>): Promise<T | null> {
    try {
      return await this.client.withDeadline(Date.now() + 10_000, query);
    } catch (error) {
      if (error instanceof Error && error.name === 'WorkflowNotFoundError') return null;
      throw error;
    }
  }
}

async function pooled<T, R>(all: readonly T[], act: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE)
    done.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(act))));
  return done;
}
