import { createHash, randomBytes } from 'node:crypto';
import type { DataSource, DeepPartial, EntityTarget, ObjectLiteral } from 'typeorm';
import { ulid } from 'ulid';
import type { FlowDocument } from '#protocol/flow.schema';
import { Candidate } from '../candidate';
import { Exam } from '../exam';
import { Flow } from '../flow';
import { FlowVersion } from '../flow-version';
import { Room } from '../room';
import { Sitting } from '../sitting';
import { Staff } from '../staff';
import { StaffRoom } from '../staff-room';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hour = 3_600_000;

/** A flow of two steps; tests that need another pass their own `document`. */
const shortFlow: FlowDocument = {
  name: { zh: '短流程', en: 'Short flow' },
  steps: [
    {
      id: 'notice',
      kind: 'notice',
      title: { zh: '须知', en: 'Notice' },
      text: { zh: '请阅读', en: 'Read this' },
    },
    {
      id: 'pledge',
      kind: 'pledge',
      title: { zh: '承诺书', en: 'Pledge' },
      text: { zh: '我承诺', en: 'I promise' },
      version: '1',
    },
  ],
};

const save = async <T extends ObjectLiteral>(
  source: DataSource,
  entity: EntityTarget<T>,
  columns: NoInfer<DeepPartial<T>>,
): Promise<T> => {
  const repository = source.getRepository(entity);
  const row: T = repository.create(columns);
  return repository.save(row);
};

export const buildFlowVersion = async (source: DataSource, given: Partial<FlowVersion> = {}) => {
  const flowId =
    given.flowId ?? (await save(source, Flow, { id: ulid(), key: `flow-${ulid().toLowerCase()}` })).id;
  const yaml = given.yaml ?? `# ${flowId}`;
  return save(source, FlowVersion, {
    id: ulid(),
    flowId,
    number: 1,
    yaml,
    document: shortFlow,
    digest: sha256(yaml),
    publishedAt: Date.now(),
    publishedBy: 'system',
    ...given,
  });
};

/** An exam that is open now. */
export const buildExam = async (source: DataSource, given: Partial<Exam> = {}) =>
  save(source, Exam, {
    id: ulid(),
    code: `E${ulid()}`,
    title: { zh: '面试', en: 'Interview' },
    institution: { zh: '某大学', en: 'A university' },
    backupText: { zh: '请致电考务办公室', en: 'Call the exam office' },
    phone: '010-12345678',
    flowVersionId: given.flowVersionId ?? (await buildFlowVersion(source)).id,
    opensAt: Date.now() - hour,
    entryClosesAt: Date.now() + hour,
    closesAt: Date.now() + 4 * hour,
    videoProvider: 'direct',
    ...given,
  });

export const buildRoom = async (source: DataSource, given: Partial<Room> = {}) =>
  save(source, Room, {
    id: ulid(),
    examId: given.examId ?? (await buildExam(source)).id,
    name: { zh: '第一考场', en: 'Room 1' },
    view: null,
    ...given,
  });

export const buildCandidate = async (source: DataSource, room: Room, given: Partial<Candidate> = {}) =>
  save(source, Candidate, {
    id: ulid(),
    examId: room.examId,
    roomId: room.id,
    ticket: randomBytes(5).toString('hex'),
    name: '张三',
    idNumberMasked: '110***********1234',
    phone: null,
    passcodeHash: 'no passcode fits this',
    linkHash: null,
    photoKey: null,
    ...given,
  });

/** A sitting that has not begun, with its candidate (and room, unless given). */
export const buildSitting = async (
  source: DataSource,
  given: Partial<Sitting> & { readonly room?: Room; readonly candidate?: Candidate } = {},
) => {
  const { room: givenRoom, candidate: givenCandidate, ...columns } = given;
  const room = givenRoom ?? (await buildRoom(source));
  const candidate = givenCandidate ?? (await buildCandidate(source, room));
  return save(source, Sitting, {
    id: ulid(),
    examId: room.examId,
    roomId: room.id,
    candidateId: candidate.id,
    ...columns,
  });
};

/** A member of staff who belongs to `rooms`. */
export const buildStaff = async (
  source: DataSource,
  { rooms = [], ...given }: Partial<Omit<Staff, 'rooms'>> & { readonly rooms?: readonly Room[] } = {},
) => {
  const member = await save(source, Staff, {
    id: ulid(),
    examId: rooms[0]?.examId ?? null,
    login: `staff-${ulid().toLowerCase()}`,
    name: '李老师',
    passwordHash: 'no password fits this',
    role: 'examiner',
    ...given,
  });
  for (const room of rooms) await save(source, StaffRoom, { staffId: member.id, roomId: room.id });
  return member;
};
