import { useTranslation } from 'react-i18next';
import { countdown } from '../i18n/times';
import { useDuration } from '../i18n/use-duration';
import { Button } from './Button';
import { CountRing } from './CountRing';
import { Dialog } from './Dialog';
import { Facts, type Fact } from './Facts';
import { Hidden } from './Hidden';
import { Icon } from './Icon';
import { useServerNow } from './server-clock';
import styles from './Invitation.module.css';

export interface InvitationProps {
  readonly open: boolean;
  readonly room: string;
  /** Room, number of examiners, length of the interview, "进入后才开始". */
  readonly facts: readonly Fact[];
  readonly deadlineAt: number;
  readonly totalMs: number;
  readonly reminded: boolean;
  /** The extra minute was given; it is given once. */
  readonly graceGiven: boolean;
  readonly onStart: () => void;
  readonly onGrace: () => void;
  readonly busy: 'start' | 'grace' | null;
}

const SPOKEN_EVERY_MS = 30_000;

/** The interview's invitation. Focus starts on its one button, Escape does nothing; missing it is no disaster, and it says so. */
export function Invitation(props: InvitationProps) {
  const { t } = useTranslation('common');
  const duration = useDuration();
  const now = useServerNow();
  const leftMs = Math.max(0, props.deadlineAt - now);
  const spoken = Math.ceil(leftMs / SPOKEN_EVERY_MS) * SPOKEN_EVERY_MS;
  return (
    <Dialog
      open={props.open}
      title={<span className={styles.title}>{t('invitation.title')}</span>}
      lead={t('invitation.meaning', { room: props.room })}
      aside={
        <CountRing share={leftMs / props.totalMs}>
          <b className={styles.figure}>{countdown(leftMs)}</b>
          <span className={styles.within}>{t('invitation.within')}</span>
        </CountRing>
      }
      role="alertdialog"
      size="wide"
    >
      {props.reminded && (
        <p className={styles.reminded}>
          <Icon name="bell" /> {t('invitation.reminded')}
        </p>
      )}
      <div className={styles.facts}>
        <Facts facts={props.facts} shape="blocks" />
      </div>
      <Button kind="primary" size="big" wide data-first busy={props.busy === 'start'} onClick={props.onStart}>
        {t('invitation.start')}
      </Button>
      {props.graceGiven ? (
        <p className={styles.given}>{t('invitation.graceGiven')}</p>
      ) : (
        <Button kind="quiet" wide busy={props.busy === 'grace'} onClick={props.onGrace}>
          {t('invitation.grace')}
        </Button>
      )}
      <p className={styles.reassurance}>{t('invitation.reassurance')}</p>
      <Hidden live="polite">{t('invitation.spoken', { time: duration(spoken) })}</Hidden>
    </Dialog>
  );
}
