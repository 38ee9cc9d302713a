import type { StepViews } from '#steps/schemas';

export function ProctoredScreen({ view }: { readonly view: StepViews['proctored'] }) {
  return <p>{view.phase}</p>;
}
