import { Readable } from 'node:stream';
import { In, IsNull, type DataSource } from 'typeorm';
import { Exam } from '#models/exam';
import { FlowVersion } from '#models/flow-version';
import { Message } from '#models/message';
import { ResultRelease, ResultSignature } from '#models/result-rows';
import { Room } from '#models/room';
import { RoomOrderRow } from '#models/room-order';
import { Sitting } from '#models/sitting';
import { Staff } from '#models/staff';
import type { StaffPrincipal } from '../access/principal';
import { audit } from '../audit';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { createChain } from './chain';
import { linesOfSitting, type Line } from './lines';

/** Form of the lines; a later one gets the next number. */
const FORMAT = 1;

export interface Wanted {
  readonly examId: string;
  /** Of one sitting only; null: of all that began. */
  readonly sittingId: string | null;
}

interface Asked {
  readonly by: StaffPrincipal;
  readonly at: number;
}

/**
 * An exam as a chain of lines, made while it is read. That it is taken away is written down before the first line,
 * and its head after the last: what was cut off on the way has no `end`.
 */
export async function archiveOf(parts: Parts, wanted: Wanted, { by, at }: Asked): Promise<Readable> {
  const { dataSource } = parts;
  const { examId, sittingId } = wanted;
  const exam = await dataSource.getRepository(Exam).findOneBy({ id: examId, rehearsalOf: IsNull() });
  if (!exam) throw new AppError('NOT_FOUND');
  const subject = sittingId ?? examId;
  await audit(dataSource, { by, at, action: 'archive.begin', subject: examId, details: { of: subject } });
  async function* chained() {
    const chain = createChain();
    yield chain.add('archive', { format: FORMAT, of: subject, madeAt: at, madeBy: by.staffId, exam });
    for await (const { kind, body } of linesOf(parts, wanted)) yield chain.add(kind, body);
    yield chain.add('end', { lines: chain.count() + 1 });
    const details = { of: subject, head: chain.head(), lines: chain.count() };
    await audit(dataSource, { by, at: parts.clock(), action: 'archive.end', subject: examId, details });
  }
  return Readable.from(chained());
}

async function* linesOf({ dataSource, storage }: Parts, { examId, sittingId }: Wanted): AsyncGenerator<Line> {
  const where = sittingId ? { examId, id: sittingId } : { examId };
  const sittings = await dataSource.getRepository(Sitting).find({ where, order: { id: 'ASC' } });
  const begun = sittings.filter(({ revision }) => revision > 0);
  yield* linesOfHall(dataSource, examId, begun);
  for (const sitting of begun) yield* linesOfSitting(dataSource, storage, sitting);
}

/** What sittings share: rooms with their orders and announcements, who worked there, the flows they carried. */
async function* linesOfHall(
  dataSource: DataSource,
  examId: string,
  begun: readonly Sitting[],
): AsyncGenerator<Line> {
  const rooms = await dataSource.getRepository(Room).find({ where: { examId }, order: { id: 'ASC' } });
  const roomIds = In(rooms.map(({ id }) => id));
  for (const { id, name } of rooms) yield { kind: 'room', body: { id, name } };
  const orders = dataSource.getRepository(RoomOrderRow);
  const told = await orders.find({ where: { roomId: roomIds }, order: { roomId: 'ASC', seq: 'ASC' } });
  for (const row of told) yield { kind: 'room-order', body: row };
  const said = await dataSource
    .getRepository(Message)
    .find({ where: { roomId: roomIds, sittingId: IsNull() }, order: { at: 'ASC' } });
  for (const row of said) yield { kind: 'message', body: row };
  const staff = await dataSource.getRepository(Staff).find({
    where: [{ examId }, { rooms: { roomId: roomIds } }],
    select: { id: true, name: true, role: true },
    order: { id: 'ASC' },
  });
  for (const row of staff) yield { kind: 'staff', body: row };
  const signed = await dataSource
    .getRepository(ResultSignature)
    .find({ where: { roomId: roomIds }, order: { id: 'ASC' } });
  for (const row of signed) yield { kind: 'result-signature', body: row };
  const released = await dataSource.getRepository(ResultRelease).findOneBy({ examId });
  if (released) yield { kind: 'result-release', body: released };
  const flowIds = [...new Set(begun.flatMap(({ flowVersionId }) => flowVersionId ?? []))];
  const flows = await dataSource.getRepository(FlowVersion).findBy({ id: In(flowIds) });
  for (const { document: _, ...row } of flows) yield { kind: 'flow', body: row };
}
