import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { NoNote } from '../../ui/NoNote';
import type { Act } from './use-act';
import styles from './exams.module.css';

interface ExamFormFootProps {
  readonly act: Act;
  readonly word: string;
  readonly onPress: () => void;
  /** Said once it is done. */
  readonly done?: string | null;
}

/** How a form is sent, and what came of it. */
export function ExamFormFoot({ act, word, onPress, done }: ExamFormFootProps) {
  const { t } = useTranslation('examOffice');
  const count = act.faults.length;
  return (
    <div className={styles.foot}>
      <div aria-live="polite">
        {count > 0 && <Banner mood="bad">{t('form.faults', { count })}</Banner>}
        {act.failed && <NoNote no={act.failed.no} requestId={act.failed.requestId} />}
        {count === 0 && !act.failed && done && <Banner mood="ok">{done}</Banner>}
      </div>
      <Button kind="primary" busy={act.busy} onClick={onPress}>
        {word}
      </Button>
    </div>
  );
}
