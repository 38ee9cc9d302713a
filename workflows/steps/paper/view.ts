import { assertNever } from '#protocol/assert-never';
import type { StepViews } from '#steps/schemas';
import { counted, latest } from './sheets';
import { closesIn, deadlineIn, type PaperScene } from './state';

const shownOf = ({ step, state }: PaperScene) => ({
  kind: 'paper' as const,
  mode: step.mode,
  position: step.mode === 'photographed' ? step.position : null,
  mostSheets: step.mode === 'photographed' ? step.mostSheets : null,
  print: step.print,
  enteredAt: state.enteredAt,
});

/** What the candidate's page shows; of the paper itself there is nothing in it. */
export const view = (scene: PaperScene): StepViews['paper'] => {
  const { step, state } = scene;
  const shown = shownOf(scene);
  const { dispatched } = state;
  if (!dispatched && state.phase !== 'collecting') return { ...shown, phase: 'waiting' };
  const common = {
    ...shown,
    opensAt: dispatched?.opensAt ?? state.enteredAt,
    openedAt: state.openedAt,
    sealed: latest(state),
    counted: counted(state),
  };
  const pensDownAt = state.pensDownAt ?? state.enteredAt;
  switch (state.phase) {
    case 'waiting':
    case 'writing': {
      const deadline = deadlineIn(scene);
      const isClosing = step.mode === 'online' && deadline !== null && state.toldAt === deadline;
      return { ...common, phase: isClosing ? 'closing' : 'open', savesUntil: closesIn(scene) };
    }
    case 'photographing':
    case 'uploading':
      return { ...common, phase: state.phase, pensDownAt };
    case 'collecting': {
      const { by = 'system', cause = 'clock' } = state.ending ?? {};
      return { ...common, phase: 'collecting', pensDownAt, by, cause };
    }
    default:
      return assertNever(state.phase);
  }
};
