import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { countdown } from '../../i18n/times';
import { useMedia } from '../../media/MediaProvider';
import { useServerNow } from '../../ui/server-clock';
import { useSitting } from '../sitting/sitting-context';
import styles from './second.module.css';

/** 2.1.8: the invitation reaches the second device too; it is answered on the first. */
export function CallToComputer() {
  const { t } = useTranslation('candidate');
  const { bell } = useMedia();
  const { view } = useSitting();
  const now = useServerNow();
  const step = view?.step;
  const invited = step?.kind === 'waiting' && step.phase === 'invited' ? step : null;
  const invitedAt = invited?.invitedAt;
  useEffect(() => (invitedAt === undefined ? undefined : bell.ringTurn()), [bell, invitedAt]);
  if (!invited) return null;
  return (
    <div className={styles.call} role="alert">
      <p className={styles.callTitle}>{t('secondPage.yourTurn')}</p>
      <p>{t('secondPage.goToComputer')}</p>
      <p className={styles.callFigure} aria-hidden="true">
        {countdown(Math.max(0, invited.expiresAt - now))}
      </p>
    </div>
  );
}
