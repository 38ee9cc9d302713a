import type { StepViews } from '#steps/schemas';
import { useLocalText } from '../../../i18n/use-language';
import { useSitting } from '../../sitting/sitting-context';

/** The written exam (2.2.1): the step's own words until the paper opens. */
export function PaperScreen({ view: _view }: { readonly view: StepViews['paper'] }) {
  const local = useLocalText();
  const { home, view } = useSitting();
  const texts = home.flow.steps.find(({ id }) => id === view?.stepId);
  return (
    <main>
      <h1>{texts && local(texts.title)}</h1>
      {texts?.text && <p>{local(texts.text)}</p>}
    </main>
  );
}
