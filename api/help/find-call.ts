import type { DataSource } from 'typeorm';
import { HelpCall } from '#models/help-call';
import { AppError } from '../errors';

export interface NamedCall {
  readonly sittingId: string;
  readonly callId: string;
}

/** @throws AppError NOT_FOUND also for a call of another sitting: admission is judged by the sitting */
export async function findCall(dataSource: DataSource, { sittingId, callId }: NamedCall): Promise<HelpCall> {
  const call = await dataSource.getRepository(HelpCall).findOneBy({ id: callId, sittingId });
  if (!call) throw new AppError('NOT_FOUND');
  return call;
}
