import type { FlowDocument } from '#protocol/flow.schema';
import type { StepConfig } from '#steps/schemas';

type Kind = StepConfig['kind'];
type Of<K extends Kind> = Extract<StepConfig, { kind: K }>;

export const REHEARSAL_QUESTION = 'rehearsal';

const findStep = <K extends Kind>({ steps }: FlowDocument, kind: K): Of<K> | undefined =>
  steps.find((step): step is Of<K> => step.kind === kind);

const deviceCheck: Of<'device-check'> = {
  id: 'devices',
  kind: 'device-check',
  title: { zh: '设备检查', en: 'Device check' },
  require: ['camera', 'microphone', 'bell'],
};
const waiting: Of<'waiting'> = {
  id: 'waiting',
  kind: 'waiting',
  title: { zh: '候考区', en: 'Waiting area' },
  ...{ invitationSeconds: 120, remindAfterSeconds: 60, expectedMinutes: 5 },
};

/** The panel's questions stay in their drawer. */
const interviewOf = (flow: FlowDocument): Of<'interview'> => ({
  id: 'interview',
  kind: 'interview',
  title: findStep(flow, 'interview')?.title ?? { zh: '考场', en: 'Exam room' },
  ...{ minutes: 30, closingSeconds: 30, atDeadline: 'end', criteria: [] },
  questions: [
    {
      id: REHEARSAL_QUESTION,
      title: { zh: '演练题目', en: 'Rehearsal question' },
      text: {
        zh: '这是演练用的题目，不需要作答。正式考试的题目会这样显示。',
        en: 'This question belongs to the rehearsal and wants no answer. Questions of the exam will look like this.',
      },
    },
  ],
});

/** Named ids of ours never meet those of the flow. */
const freeId = (id: string, taken: ReadonlySet<string>): string => {
  let free = id;
  while (taken.has(free)) free = `${free}-r`;
  return free;
};

const before: readonly Kind[] = ['notice', 'pledge', 'device-check', 'cameras'];

/**
 * The path of a rehearsal: what comes before the exam, as the flow has it, then a waiting area and an exam room
 * without anybody. Faces are not compared: a rehearsal must not tell an impostor whether he would pass, and asks for
 * no more of anybody than it needs.
 */
export function rehearsalFlow(flow: FlowDocument): FlowDocument {
  const own = flow.steps.filter(({ kind }) => before.includes(kind));
  const taken = new Set(own.map(({ id }) => id));
  const withId = <S extends StepConfig>(step: S): S => ({ ...step, id: freeId(step.id, taken) });
  const cameras = own.findIndex(({ kind }) => kind === 'cameras');
  const at = cameras < 0 ? own.length : cameras;
  const checked = findStep(flow, 'device-check')
    ? own
    : [...own.slice(0, at), withId(deviceCheck), ...own.slice(at)];
  const lobby = findStep(flow, 'waiting') ?? waiting;
  return { name: flow.name, steps: [...checked, withId(lobby), withId(interviewOf(flow))] };
}
