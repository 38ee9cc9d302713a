import { useTranslation } from 'react-i18next';
import { elapsed } from '../../i18n/times';
import { Icon } from '../../ui/Icon';
import { Pill } from '../../ui/Pill';
import { useServerNow } from '../../ui/server-clock';
import { useSitting } from '../sitting/sitting-context';
import { useRecorderStatus } from '../steps/recording/recorder-status';
import { recordingIn } from '../steps/recording/run-of';
import { savedMs, takeIn } from '../steps/recording/words-of';
import styles from './second.module.css';

/** 2.4: the second device in a recorded exam. It begins and stops with the first one, and says so from two metres away. */
export function SecondRecording() {
  const { t } = useTranslation('recording');
  const { view } = useSitting();
  const status = useRecorderStatus();
  const now = useServerNow();
  const step = recordingIn(view);
  const take = step && takeIn(step);
  const isRunning = step?.phase === 'recording';
  const soon = isRunning && now < step.alignAt;
  const failed = isRunning && status.run === 'failed';
  const saved = savedMs(take, status);
  const waiting = status.uploader?.waiting ?? 0;
  const says = failed ? 'failed' : soon ? 'soon' : isRunning ? 'recording' : 'ready';
  const note = failed ? 'failedNote' : isRunning ? 'recordingNote' : 'readyNote';
  return (
    <div role="status">
      <h1 className={styles.state} data-mood={failed ? 'warn' : isRunning ? 'rec' : 'ok'}>
        {isRunning && !failed ? (
          <i className={styles.dot} aria-hidden="true" />
        ) : (
          <Icon name={failed ? 'alert' : 'check'} />
        )}
        {t(`phone.${says}`)}
      </h1>
      <p className={styles.say}>{t(`phone.${note}`)}</p>
      <div className={styles.pills}>
        {isRunning && saved !== null && (
          <Pill icon="upload" mood="ok">
            {t('phone.saved', { time: elapsed(saved) })}
          </Pill>
        )}
        {!isRunning && take && (
          <Pill icon={waiting > 0 ? 'upload' : 'check'} mood={waiting > 0 ? 'warn' : 'ok'}>
            {waiting > 0 ? t('phone.sending', { count: waiting }) : t('phone.allSent')}
          </Pill>
        )}
      </div>
    </div>
  );
}
