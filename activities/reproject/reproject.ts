import type { DataSource } from 'typeorm';
import { Room } from '#models/room';
import { Sitting } from '#models/sitting';
import { identityCaseWorkflowId, roomWorkflowId, sittingWorkflowId } from '#protocol/ids';
import type { IdentityCaseInput } from '#workflows/messages';
import { inputsOf, type Histories } from './histories';
import { rebuildCase, type Row as CaseRow } from './rebuild-case';
import { rebuildRoom, type Batch as RoomBatch } from './rebuild-room';
import { rebuildSitting, type Batch as SittingBatch } from './rebuild-sitting';

/** What was found and put right. `changed` names workflows, each with a line for each row. */
export interface Report {
  readonly looked: number;
  /** Begun according to the database, but their history is past its retention: left as they are. */
  readonly withoutHistory: readonly string[];
  readonly changed: Readonly<Record<string, readonly string[]>>;
}

interface Finding {
  readonly workflowId: string;
  readonly lines: readonly string[] | null;
}

/** Histories in memory at once. */
const AT_ONCE = 8;

/** Rebuilds record and projection from the histories; rows that agree with them are not touched. */
export const reproject = async (source: DataSource, histories: Histories): Promise<Report> => {
  const caseOf = async ({ caseId }: IdentityCaseInput): Promise<Finding> => {
    const workflowId = identityCaseWorkflowId(caseId);
    const asked = await histories.askedBy(workflowId);
    if (!asked) return { workflowId, lines: null };
    const areStillsDeleted = asked.some(({ activity }) => activity === 'deleteStills');
    return {
      workflowId,
      lines: await rebuildCase(source, inputsOf<CaseRow>(asked, 'recordIdentityCase'), areStillsDeleted),
    };
  };
  const sittingOf = async ({ id, revision }: Sitting): Promise<readonly Finding[]> => {
    const workflowId = sittingWorkflowId(id);
    const asked = await histories.askedBy(workflowId);
    if (!asked) return [{ workflowId, lines: revision > 0 ? null : [] }];
    const lines = await rebuildSitting(source, id, inputsOf<SittingBatch>(asked, 'recordTransition'));
    const cases = await Promise.all(inputsOf<IdentityCaseInput>(asked, 'openIdentityCase').map(caseOf));
    return [{ workflowId, lines }, ...cases];
  };
  const roomOf = async ({ id, revision }: Room): Promise<readonly Finding[]> => {
    const workflowId = roomWorkflowId(id);
    const asked = await histories.askedBy(workflowId);
    if (!asked) return [{ workflowId, lines: revision > 0 ? null : [] }];
    return [{ workflowId, lines: await rebuildRoom(source, id, inputsOf<RoomBatch>(asked, 'recordOrders')) }];
  };

  const rooms = await source.getRepository(Room).find({ select: { id: true, revision: true } });
  const sittings = await source.getRepository(Sitting).find({ select: { id: true, revision: true } });
  const jobs = [...rooms.map((room) => () => roomOf(room)), ...sittings.map((each) => () => sittingOf(each))];
  return reportOf(await inTurns(jobs));
};

const inTurns = async <T>(jobs: readonly (() => Promise<readonly T[]>)[]): Promise<readonly T[]> => {
  const found: T[] = [];
  for (let from = 0; from < jobs.length; from += AT_ONCE) {
    const turn = await Promise.all(jobs.slice(from, from + AT_ONCE).map((job) => job()));
    found.push(...turn.flat());
  }
  return found;
};

const reportOf = (findings: readonly Finding[]): Report => ({
  looked: findings.length,
  withoutHistory: findings.flatMap(({ workflowId, lines }) => (lines === null ? [workflowId] : [])),
  changed: Object.fromEntries(
    findings.flatMap(({ workflowId, lines }) => (lines && lines.length > 0 ? [[workflowId, lines]] : [])),
  ),
});
