import { createHash } from 'node:crypto';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { ulid } from 'ulid';
import { Candidate } from '#models/candidate';
import { Exam } from '#models/exam';
import { Flow } from '#models/flow';
import { FlowVersion } from '#models/flow-version';
import { Room } from '#models/room';
import { Sitting } from '#models/sitting';
import { StaffRoom } from '#models/staff-room';
import { readFlow } from '../../flows/read-flow';
import type { DemoPlan } from './plan';

const hour = 3_600_000;
const BY = 'system';

/** Publishes the shipped flow where its text is new; published versions stay as they are. */
export const seedFlow = async (
  manager: EntityManager,
  key: string,
  yaml: string,
  now: number,
): Promise<FlowVersion> => {
  const known = await manager.findOneBy(Flow, { key });
  const flow = known ?? (await manager.save(manager.create(Flow, { id: ulid(), key })));
  const digest = createHash('sha256').update(yaml).digest('hex');
  const versions = await manager.find(FlowVersion, { where: { flowId: flow.id }, order: { number: 'DESC' } });
  const same = versions.find((version) => version.digest === digest);
  if (same) return same;
  const { document, faults } = readFlow(yaml);
  if (!document) throw new Error(`flows/${key}.yaml is faulty: ${JSON.stringify(faults)}`);
  return manager.save(
    manager.create(FlowVersion, {
      ...{ id: ulid(), flowId: flow.id, number: (versions[0]?.number ?? 0) + 1, yaml, document, digest },
      publishedAt: now,
      publishedBy: BY,
    }),
  );
};

/** An administrator's choice of flow stays; a shipped one gives way to the next shipped one. */
const flowFor = async (manager: EntityManager, known: Exam | null, shipped: FlowVersion): Promise<string> => {
  if (!known?.flowVersionId) return shipped.id;
  const chosen = await manager.findOneByOrFail(FlowVersion, { id: known.flowVersionId });
  return chosen.publishedBy === BY && chosen.flowId === shipped.flowId ? shipped.id : chosen.id;
};

const isUsable = async (manager: EntityManager, { id, closesAt }: Exam, now: number): Promise<boolean> => {
  if (closesAt - now >= hour) return true;
  const underWay = { examId: id, startedAt: Not(IsNull()), endedAt: IsNull() };
  return closesAt > now && (await manager.existsBy(Sitting, underWay));
};

/**
 * A sitting is sat once ever, so a demo whose window is over is put away with its record under another code, and a
 * fresh one takes its place.
 */
const putAway = async (manager: EntityManager, { id, code }: Exam): Promise<void> => {
  await manager.update(Exam, { id }, { code: `${code}-${id.slice(-6)}` });
  await manager.update(Candidate, { examId: id }, { linkHash: null });
  const rooms = await manager.findBy(Room, { examId: id });
  await manager.delete(StaffRoom, { roomId: In(rooms.map((room) => room.id)) });
};

const findUsable = async (manager: EntityManager, code: string, now: number): Promise<Exam | null> => {
  const known = await manager.findOneBy(Exam, { code });
  if (!known || (await isUsable(manager, known, now))) return known;
  await putAway(manager, known);
  return null;
};

export const seedExam = async (
  manager: EntityManager,
  plan: DemoPlan['exam'],
  shipped: FlowVersion,
  now: number,
): Promise<Exam> => {
  const known = await findUsable(manager, plan.code, now);
  const { code, title, institution, backupText, phone } = plan;
  const closesAt = now + 12 * hour;
  return manager.save(
    manager.create(Exam, {
      ...{
        id: ulid(),
        opensAt: now - hour,
        entryClosesAt: closesAt,
        closesAt,
        videoProvider: plan.videoProvider,
      },
      ...known,
      ...{ code, title, institution, backupText, phone },
      flowVersionId: await flowFor(manager, known, shipped),
    }),
  );
};

export const seedRoom = async (manager: EntityManager, exam: Exam, plan: DemoPlan['room']): Promise<Room> => {
  const known = await manager.findOne(Room, { where: { examId: exam.id }, order: { id: 'ASC' } });
  return known ?? manager.save(manager.create(Room, { id: ulid(), examId: exam.id, view: null, ...plan }));
};
