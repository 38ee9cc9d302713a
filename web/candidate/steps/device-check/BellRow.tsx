import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button';
import { DeviceRow } from '../../../ui/DeviceRow';
import { useMedia } from '../../../media/MediaProvider';
import type { BellAnswer } from '../../devices/findings';
import styles from './device-check.module.css';

interface BellRowProps {
  readonly heard: BellAnswer;
  readonly waived: boolean;
  readonly onHeard: (answer: BellAnswer) => void;
}

/** Only the candidate can know whether the bell is heard: he is asked. */
export function BellRow({ heard, waived, onHeard }: BellRowProps) {
  const { t } = useTranslation('candidate');
  const { bell } = useMedia();
  const [played, setPlayed] = useState(false);
  const ring = async (): Promise<void> => {
    await bell.arm();
    bell.play('turn');
    setPlayed(true);
  };
  const state = heard === 'heard' ? 'fine' : heard === 'not-heard' ? 'failed' : 'warn';
  const word = {
    heard: t('devices.bellHeard'),
    'not-heard': waived ? t('devices.waived') : t('devices.bellNotHeard'),
    'not-tried': waived ? t('devices.waived') : t('devices.bellTry'),
  }[heard];
  return (
    <DeviceRow
      icon="bell"
      name={t('devices.names.bell')}
      state={waived && heard !== 'heard' ? 'warn' : state}
      word={word}
      todo={heard === 'not-heard' ? t('devices.bellTodo') : undefined}
    >
      <span className={styles.answers}>
        <Button size="small" icon="sound" onClick={() => void ring()}>
          {t(played ? 'devices.ringAgain' : 'devices.ring')}
        </Button>
        {played && heard !== 'heard' && (
          <>
            <Button size="small" icon="check" onClick={() => onHeard('heard')}>
              {t('devices.heardIt')}
            </Button>
            <Button size="small" kind="quiet" onClick={() => onHeard('not-heard')}>
              {t('devices.heardNothing')}
            </Button>
          </>
        )}
      </span>
    </DeviceRow>
  );
}
