import { WithStartWorkflowOperation, WorkflowUpdateFailedError, type Client } from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { IsNull, type DataSource } from 'typeorm';
import { temporalConfig } from '#config';
import { OurOutage } from '#models/our-outage';
import { Room } from '#models/room';
import { Sitting } from '#models/sitting';
import { roomWorkflowId } from '#protocol/ids';
import { roomOrder, type RoomInput, type RoomOrderRequest } from '#workflows/messages';

export interface BookParts {
  readonly client: Client;
  readonly taskQueue: string;
  readonly clock: () => number;
}

/** Rooms where a sitting was under way at some time of the outage. */
const roomsOf = async (source: DataSource, { fromAt, toAt }: OurOutage): Promise<RoomInput[]> => {
  const rooms = await source
    .getRepository(Room)
    .createQueryBuilder('room')
    .innerJoinAndSelect('room.exam', 'exam')
    .where((query) => {
      const underWay = query
        .subQuery()
        .select('1')
        .from(Sitting, 'sitting')
        .where('sitting.room_id = room.id AND sitting.started_at < :toAt')
        .andWhere('(sitting.ended_at IS NULL OR sitting.ended_at > :fromAt)');
      return `EXISTS ${underWay.getQuery()}`;
    })
    .setParameters({ fromAt, toAt })
    .getMany();
  return rooms.map(({ id, examId, exam }) => ({ roomId: id, examId, closesAt: exam?.closesAt ?? toAt }));
};

const isRefusal = (error: unknown): boolean => error instanceof WorkflowUpdateFailedError;

/** As an order of the room: numbered, recorded and pulled before every deadline. A closed room has nobody to give to. */
const orderRoom = async ({ client, taskQueue, clock }: BookParts, room: RoomInput, outage: OurOutage) => {
  const { id: outageId, fromAt: from, toAt: to } = outage;
  const order = { kind: 'our-outage' as const, outageId, from, to };
  const request: RoomOrderRequest = {
    ...{ commandId: `outage:${outageId}`, receivedAt: clock(), by: 'system', order },
  };
  const key = defineSearchAttributeKey(temporalConfig.searchAttributes.room, SearchAttributeType.KEYWORD);
  const ordered = client.withDeadline(Date.now() + temporalConfig.callDeadlineMs, () =>
    client.workflow.executeUpdateWithStart(roomOrder, {
      args: [request],
      updateId: request.commandId,
      startWorkflowOperation: new WithStartWorkflowOperation('roomWorkflow', {
        ...{ workflowId: roomWorkflowId(room.roomId), taskQueue, args: [room] },
        typedSearchAttributes: [{ key, value: room.roomId }],
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
      }),
    }),
  );
  await ordered.catch((error: unknown) => {
    if (!isRefusal(error) && !isGone(error)) throw error;
  });
};

/** The room's workflow ran out long ago. */
const isGone = (error: unknown): boolean =>
  error instanceof Error && error.name === 'WorkflowExecutionAlreadyStartedError';

/** Gives every outage that is not booked to every room that it concerns. Safe to repeat, and repeated until done. */
export const bookOutages = async (source: DataSource, parts: BookParts): Promise<number> => {
  const rows = source.getRepository(OurOutage);
  const unbooked = await rows.find({ where: { bookedAt: IsNull() }, order: { fromAt: 'ASC' } });
  for (const outage of unbooked) {
    for (const room of await roomsOf(source, outage)) await orderRoom(parts, room, outage);
    await rows.update({ id: outage.id }, { bookedAt: parts.clock() });
  }
  return unbooked.length;
};
