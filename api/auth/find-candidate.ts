import type { DataSource } from 'typeorm';
import { Candidate } from '#models/candidate';
import { Sitting } from '#models/sitting';
import { hashToken } from '../access/sessions';

export interface FoundCandidate {
  readonly candidate: Candidate;
  readonly sittingId: string;
}

/** By what is typed at the login: exam code and ticket number. */
export async function findByTicket(
  dataSource: DataSource,
  exam: string,
  ticket: string,
): Promise<FoundCandidate | null> {
  const candidate = await dataSource.getRepository(Candidate).findOneBy({ exam: { code: exam }, ticket });
  return candidate && withSitting(dataSource, candidate);
}

/** By the token of the personal link. */
export async function findByLink(dataSource: DataSource, token: string): Promise<FoundCandidate | null> {
  const candidate = await dataSource.getRepository(Candidate).findOneBy({ linkHash: hashToken(token) });
  return candidate && withSitting(dataSource, candidate);
}

async function withSitting(dataSource: DataSource, candidate: Candidate): Promise<FoundCandidate | null> {
  const sitting = await dataSource
    .getRepository(Sitting)
    .findOne({ where: { candidateId: candidate.id }, select: { id: true } });
  return sitting && { candidate, sittingId: sitting.id };
}
