import { useTranslation } from 'react-i18next';
import type { StepViews } from '#steps/schemas';
import { useLocalText } from '../../../i18n/use-language';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { Paper } from '../../../ui/Paper';
import { Paragraphs } from '../../parts/Paragraphs';
import { StepPage } from '../../parts/StepPage';
import { useSitting } from '../../sitting/sitting-context';
import { useStep } from '../../sitting/use-step';
import { useReadToEnd } from './use-read-to-end';
import styles from './pledge.module.css';

/** 2.1.3: read to its end, then agreed to; version and digest say what was read. */
export function PledgeScreen({ view }: { readonly view: StepViews['pledge'] }) {
  const { t } = useTranslation('candidate');
  const local = useLocalText();
  const { refused } = useSitting();
  const { texts, ask, busy } = useStep<'pledge'>(view);
  const { read, end } = useReadToEnd();
  const { version, digest } = view;
  const changed = refused?.no.refused === 'PLEDGE_CHANGED';
  const agree = (
    <Button
      kind="primary"
      wide
      busy={busy('pledge.agree')}
      disabledReason={read ? null : t('pledge.readFirst')}
      onClick={() => void ask({ name: 'pledge.agree', version, digest })}
    >
      {t('pledge.agree')}
    </Button>
  );
  const readAgain = (
    <Button kind="primary" wide icon="retake" onClick={() => window.location.reload()}>
      {t('pledge.readAgain')}
    </Button>
  );
  return (
    <StepPage title={texts.title} foot={changed ? readAgain : agree}>
      {/* The page scrolls, not the sheet: focus on the sheet lets the keyboard scroll it. */}
      <div className={styles.sheet} tabIndex={0} role="region" aria-label={local(texts.title)}>
        <Paper title={local(texts.title)}>
          {texts.text && <Paragraphs text={local(texts.text)} />}
          <p className={styles.end} ref={end}>
            <Icon name="check" /> {t('pledge.end')}
          </p>
          <p className={styles.version}>{t('pledge.version', { version })}</p>
        </Paper>
      </div>
    </StepPage>
  );
}
