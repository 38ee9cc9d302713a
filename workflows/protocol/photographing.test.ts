import type { StepViews } from '#steps/schemas';
import { mayBeGone } from './photographing';

const step = (phase: 'open' | 'photographing' | 'uploading', position: 1 | 2): StepViews['paper'] => ({
  ...{ kind: 'paper', mode: 'photographed', position, mostSheets: 9, print: false, enteredAt: 1 },
  ...{ opensAt: 1, openedAt: null, sealed: null, counted: null, pensDownAt: 2, savesUntil: null },
  phase: phase as 'photographing',
});

describe('a camera that may be gone', () => {
  it.each([
    ['photographing', 2, 2, true],
    ['uploading', 2, 2, true],
    ['photographing', 2, 1, false],
    ['photographing', 1, 1, true],
    ['open', 2, 2, false],
  ] as const)('in %s with position %d photographing: position %d %s', (phase, by, position, gone) =>
    expect(mayBeGone({ step: step(phase, by) }, position)).toBe(gone),
  );

  it('is none outside of a paper', () =>
    expect(mayBeGone({ step: { kind: 'notice', phase: 'reading' } }, 2)).toBe(false));
});
