import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/Card';
import { DeviceRow } from '../../../ui/DeviceRow';
import { Pill } from '../../../ui/Pill';
import type { MediaFault } from '../../../media/faults';
import { useBellArmed, useCameraState } from '../../../media/MediaProvider';
import { findingsOf, isMediaFault, type Finding } from '../../devices/findings';
import { HowToDialog } from '../../devices/HowToDialog';
import { useFaultWords } from '../../devices/use-fault-words';
import { secondStateOf } from '../../devices/second-state';
import { NetworkRow } from '../device-check/NetworkRow';
import { useSitting } from '../../sitting/sitting-context';
import styles from './waiting.module.css';

/** The devices at a glance; what is wrong says what to do. */
export function DevicesCard() {
  const { t } = useTranslation('candidate');
  const { surroundings } = useSitting();
  const camera = useCameraState();
  const armed = useBellArmed();
  const words = useFaultWords();
  const [howTo, setHowTo] = useState<MediaFault | null>(null);
  const findings = findingsOf(camera, 'heard');
  const second = secondStateOf(surroundings?.presence[2] ?? null);
  const row = (finding: Finding) => {
    if (finding.is === 'ok') return { state: 'fine' as const };
    if (finding.is === 'open' || !isMediaFault(finding.code)) return { state: 'checking' as const };
    const fault = finding.code;
    const { what, todo } = words(fault);
    return { state: 'failed' as const, word: what, todo, onHowTo: () => setHowTo(fault) };
  };
  return (
    <Card
      size="roomy"
      title={t('waiting.devices')}
      aside={
        <Pill icon={armed ? 'bell' : 'bell-off'} mood={armed ? 'ok' : 'warn'}>
          {t(armed ? 'waiting.bellIsOn' : 'waiting.bellIsOff')}
        </Pill>
      }
    >
      <div className={styles.devices}>
        <DeviceRow icon="camera" name={t('signIn.first')} {...row(findings.camera)} />
        <DeviceRow
          icon="phone"
          name={t('signIn.second')}
          state={second.row}
          word={t(`second.state.${second.word}`, { battery: second.battery ?? 0 })}
        />
        <DeviceRow icon="mic" name={t('devices.names.microphone')} {...row(findings.microphone)} />
        <NetworkRow />
      </div>
      <HowToDialog fault={howTo} onClose={() => setHowTo(null)} />
    </Card>
  );
}
