import { useTranslation } from 'react-i18next';
import type { StepViews } from '#steps/schemas';
import { useLocalText } from '../../../i18n/use-language';
import { Button } from '../../../ui/Button';
import { Paper } from '../../../ui/Paper';
import { Paragraphs } from '../../parts/Paragraphs';
import { StepPage } from '../../parts/StepPage';
import { useStep } from '../../sitting/use-step';

export function NoticeScreen({ view }: { readonly view: StepViews['notice'] }) {
  const { t } = useTranslation('candidate');
  const local = useLocalText();
  const { texts, ask, busy } = useStep<'notice'>(view);
  return (
    <StepPage
      title={texts.title}
      foot={
        <Button
          kind="primary"
          wide
          iconAfter="right"
          busy={busy('notice.read')}
          onClick={() => void ask({ name: 'notice.read' })}
        >
          {t('notice.read')}
        </Button>
      }
    >
      <Paper>{texts.text && <Paragraphs text={local(texts.text)} />}</Paper>
    </StepPage>
  );
}
