import type { EntityManager } from 'typeorm';
import { IdentityCase } from '#models/identity-case';
import { Sitting } from '#models/sitting';
import { roomChannel, sittingChannel, type ChannelMessage } from '#protocol/channels';
import type { IdentityCasePorts } from '#workflows/activities';
import type { Deps } from './deps';

type Row = Parameters<IdentityCasePorts['recordIdentityCase']>[0];

/** A case only goes forward; a try that was given up and commits late changes nothing. */
export const rank: Record<IdentityCase['phase'], number> = { open: 0, 'second-person': 1, decided: 2 };

export const caseRow = ({ input, state, note, cardKey }: Row): IdentityCase => {
  const { caseId, sittingId, roomId, stepId, openedAt, reason, stills, decidedBy: decidedByRole } = input;
  const { phase, firstBy, verdict, decidedBy, decidedAt } = state;
  const opened = { caseId, sittingId, roomId, stepId, openedAt, reason, stills, decidedByRole };
  return { ...opened, phase, firstBy, verdict, decidedBy, decidedAt, note, cardKey };
};

const write = async (manager: EntityManager, row: Row) => {
  const { caseId, phase } = row.state;
  const known = await manager.findOne(IdentityCase, {
    where: { caseId },
    lock: { mode: 'pessimistic_write' },
  });
  if (known && rank[known.phase] > rank[phase]) return;
  const deleted = known !== null && known.stills.length === 0;
  await manager.upsert(IdentityCase, { ...caseRow(row), ...(deleted && { stills: [] }) }, ['caseId']);
};

export const recordIdentityCase =
  ({ database, publish }: Deps): IdentityCasePorts['recordIdentityCase'] =>
  async (row) => {
    const source = await database();
    await source.transaction('READ COMMITTED', (manager) => write(manager, row));
    const { sittingId, roomId } = row.input;
    const sitting = await source
      .getRepository(Sitting)
      .findOne({ select: { id: true, revision: true }, where: { id: sittingId } });
    const message: ChannelMessage = { kind: 'sitting', sittingId, roomId, revision: sitting?.revision ?? 0 };
    publish(sittingChannel(sittingId), message);
    publish(roomChannel(roomId), message);
  };
