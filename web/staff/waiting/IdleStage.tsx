import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { useConsoleContext } from '../console/context';
import { nextInQueue } from '../console/queue-order';
import styles from './WaitingStage.module.css';

interface NextButtonProps {
  readonly onChoose: (sittingId: string) => void;
  readonly kind?: 'primary' | 'plain';
}

/** Straight to whoever is next in the queue. */
export function NextButton({ onChoose, kind = 'primary' }: NextButtonProps) {
  const { t } = useTranslation('staff');
  const { view } = useConsoleContext();
  const next = nextInQueue(view.rows);
  if (!next) return null;
  return (
    <Button kind={kind} iconAfter="right" onClick={() => onChoose(next.sittingId)}>
      {t('stage.seeNext', { name: next.name })}
    </Button>
  );
}

/** Nobody is chosen: the plain sentence, and the next one at hand. */
export function IdleStage({ onChoose }: Pick<NextButtonProps, 'onChoose'>) {
  const { t } = useTranslation('staff');
  return (
    <div className={styles.idle}>
      <h2>{t('stage.choose')}</h2>
      <p className={styles.hint}>{t('stage.chooseHint')}</p>
      <NextButton onChoose={onChoose} />
    </div>
  );
}
