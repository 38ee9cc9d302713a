import { In, type DataSource } from 'typeorm';
import type { z } from 'zod';
import type { helpCallLine } from '#contract/help';
import type { HelpCall } from '#models/help-call';
import { HelpMessage } from '#models/help-message';
import { Sitting } from '#models/sitting';
import { Staff } from '#models/staff';
import type { PublishedFlows } from '../flows/published-flows';

type CallLine = z.input<typeof helpCallLine>;
interface Reading {
  readonly dataSource: DataSource;
  readonly publishedFlow: PublishedFlows;
}

/** Calls with the names around them, each table asked once. */
export async function linesOf(reading: Reading, calls: readonly HelpCall[]): Promise<CallLine[]> {
  if (calls.length === 0) return [];
  const { dataSource } = reading;
  const [sittings, staff, last] = await Promise.all([
    dataSource.getRepository(Sitting).find({
      where: { id: In(calls.map(({ sittingId }) => sittingId)) },
      relations: { exam: true, room: true, candidate: true },
    }),
    namesOfStaff(dataSource, calls),
    newestWords(dataSource, calls),
  ]);
  const bySitting = new Map(sittings.map((sitting) => [sitting.id, sitting]));
  const lines = await Promise.all(
    calls.map(async (call): Promise<CallLine[]> => {
      const sitting = bySitting.get(call.sittingId);
      if (!sitting?.exam || !sitting.room || !sitting.candidate) return [];
      const { exam, room, candidate } = sitting;
      const { id, sittingId, openedAt, report, reportedAt, takenBy } = call;
      return [
        {
          ...{ id, sittingId, openedAt, report, reportedAt },
          examTitle: exam.title,
          room: room.name,
          candidate: { name: candidate.name, ticket: candidate.ticket },
          stepTitle: await stepTitleOf(reading, sitting),
          takenBy: takenBy === null ? null : { staffId: takenBy, name: staff.get(takenBy) ?? '' },
          closed: closedOf(call, staff),
          last: last.get(id) ?? null,
        },
      ];
    }),
  );
  return lines.flat();
}

function closedOf({ closedAt, closedBy, note }: HelpCall, staff: ReadonlyMap<string, string>) {
  if (closedAt === null) return null;
  return { at: closedAt, by: closedBy === null ? null : (staff.get(closedBy) ?? ''), note };
}

async function stepTitleOf({ publishedFlow }: Reading, sitting: Sitting) {
  const stepId = sitting.staffView?.view.stepId ?? null;
  if (stepId === null || sitting.flowVersionId === null) return null;
  const { steps } = await publishedFlow(sitting.flowVersionId);
  return steps.find(({ id }) => id === stepId)?.title ?? null;
}

async function namesOfStaff(dataSource: DataSource, calls: readonly HelpCall[]) {
  const ids = calls.flatMap(({ takenBy, closedBy }) => [takenBy, closedBy].filter((id) => id !== null));
  if (ids.length === 0) return new Map<string, string>();
  const staff = await dataSource.getRepository(Staff).findBy({ id: In([...new Set(ids)]) });
  return new Map(staff.map(({ id, name }) => [id, name]));
}

async function newestWords(dataSource: DataSource, calls: readonly HelpCall[]) {
  const rows = await dataSource.getRepository(HelpMessage).find({
    where: { callId: In(calls.map(({ id }) => id)) },
    order: { at: 'ASC', id: 'ASC' },
  });
  return new Map(
    rows.map(({ callId, staffId, text, at }) => [callId, { text, at, fromCandidate: staffId === null }]),
  );
}
