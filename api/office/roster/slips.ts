import { In, type DataSource } from 'typeorm';
import type { DayLine } from '#contract/office-roster';
import { Candidate } from '#models/candidate';
import { Room } from '#models/room';
import { Sitting } from '#models/sitting';
import { newLinkToken, newPasscode } from '../../access/new-secrets';
import { hashToken } from '../../access/sessions';
import { audit } from '../../audit';
import { accountKey } from '../../auth/slow-downs';
import { AppError } from '../../errors';
import type { Parts } from '../../parts';
import type { Act } from '../staff-accounts';
import { maskPhone } from './id-number';

type Seated = Sitting & { readonly candidate: Candidate };

const seatedIn = async (dataSource: DataSource, where: object): Promise<Seated[]> =>
  (await dataSource.getRepository(Sitting).find({
    where,
    relations: { candidate: true },
    select: { id: true, startedAt: true, endedAt: true, candidate: true },
    order: { candidate: { ticket: 'ASC' } },
  })) as Seated[];

/** Everybody of a room for the day. @throws AppError NOT_FOUND */
export async function readDayList({ dataSource }: Parts, roomId: string) {
  const room = await dataSource.getRepository(Room).findOneBy({ id: roomId });
  if (!room) throw new AppError('NOT_FOUND');
  const seated = await seatedIn(dataSource, { roomId });
  return { room: room.name, lines: seated.map(lineOf) };
}

const lineOf = ({ id: sittingId, startedAt, endedAt, candidate }: Seated): DayLine => ({
  ...{ sittingId, ticket: candidate.ticket, name: candidate.name },
  idNumberMasked: candidate.idNumberMasked,
  phoneMasked: candidate.phone === null ? null : maskPhone(candidate.phone),
  extraMinutes: candidate.extraMinutes,
  hasPhoto: candidate.photoKey !== null,
  passcodeIssuedAt: candidate.passcodeIssuedAt,
  state: endedAt !== null ? 'over' : startedAt !== null ? 'begun' : 'not-begun',
});

/** A whole telephone number; that it was looked at is written down first. @throws AppError NOT_FOUND */
export async function revealPhone({ dataSource }: Parts, sittingId: string, { by, at }: Act) {
  const [seated] = await seatedIn(dataSource, { id: sittingId });
  if (!seated) throw new AppError('NOT_FOUND');
  await audit(dataSource, { by, at, action: 'candidate.phone', subject: sittingId });
  return { phone: seated.candidate.phone };
}

/**
 * Fresh passcodes and links; the answer is the only place where they ever stand.
 * @throws AppError NOT_FOUND where one of them is not of this room
 */
export async function issueSlips(parts: Parts, roomId: string, sittingIds: readonly string[], act: Act) {
  const { dataSource, passwords, env } = parts;
  const ids = [...new Set(sittingIds)];
  const seated = await seatedIn(dataSource, { roomId, id: In(ids) });
  if (seated.length !== ids.length) throw new AppError('NOT_FOUND');
  const made = await Promise.all(
    seated.map(async ({ id: sittingId, candidate }) => {
      const [passcode, token] = [newPasscode(), newLinkToken()];
      const passcodeHash = await passwords.make(passcode, act.gone);
      const columns = { passcodeHash, linkHash: hashToken(token), passcodeIssuedAt: act.at };
      const { ticket, name } = candidate;
      const slip = { sittingId, ticket, name, passcode, link: `${env.PUBLIC_URL}/link/${token}` };
      return { candidateId: candidate.id, columns, slip };
    }),
  );
  await dataSource.transaction(async (manager) => {
    for (const { candidateId, columns } of made)
      await manager.getRepository(Candidate).update({ id: candidateId }, columns);
    const details = { sittingIds: ids };
    await audit(manager, { by: act.by, at: act.at, action: 'slips.issue', subject: roomId, details });
  });
  for (const { candidateId } of made) await parts.throttle.clear(accountKey(candidateId));
  return { slips: made.map(({ slip }) => slip) };
}
