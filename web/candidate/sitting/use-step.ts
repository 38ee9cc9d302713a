import type { StepCommand, StepKind, StepViews } from '#steps/schemas';
import { useSitting, type Sitting } from './sitting-context';

type Texts = Sitting['home']['flow']['steps'][number];

interface Step<K extends StepKind> {
  readonly id: string;
  readonly view: StepViews[K];
  readonly texts: Texts;
  readonly ask: (command: StepCommand) => Promise<boolean>;
  /** The command of this name is on its way. */
  readonly busy: (name: StepCommand['name']) => boolean;
}

const nameless: Texts['title'] = { zh: '考试', en: 'Exam' };

/** The step that is going on, for the screen of its kind. */
export function useStep<K extends StepKind>(view: StepViews[K]): Step<K> {
  const { home, view: whole, ask, sending } = useSitting();
  const id = whole?.stepId ?? '';
  const texts = home.flow.steps.find((step) => step.id === id) ?? {
    id,
    kind: view.kind,
    title: nameless,
    text: null,
    notice: null,
  };
  return {
    id,
    view,
    texts,
    ask: async (command) => (await ask({ kind: 'step', stepId: id, command })).ok,
    busy: (name) => sending?.asked.kind === 'step' && sending.asked.command.name === name,
  };
}
