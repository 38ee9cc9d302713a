import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceRequirement } from '#steps/device-check/schema';
import { DeviceRow, type DeviceState } from '../../../ui/DeviceRow';
import { LevelMeter } from '../../../ui/LevelMeter';
import { Select } from '../../../ui/Select';
import type { MediaFault } from '../../../media/faults';
import { useCameraState, useMedia } from '../../../media/MediaProvider';
import { isMediaFault, type BellAnswer, type Finding, type Findings } from '../../devices/findings';
import { HowToDialog } from '../../devices/HowToDialog';
import { useFaultWords } from '../../devices/use-fault-words';
import { BellRow } from './BellRow';
import { NetworkRow } from './NetworkRow';
import styles from './device-check.module.css';

interface DeviceListProps {
  readonly findings: Findings;
  readonly required: readonly DeviceRequirement[];
  readonly waived: readonly DeviceRequirement[];
  readonly heard: BellAnswer;
  readonly onHeard: (answer: BellAnswer) => void;
}

const stateOf = (finding: Finding): DeviceState =>
  finding.is === 'ok' ? 'fine' : finding.is === 'open' ? 'checking' : 'failed';

/** A row for each device: how it is, what to do about it, and another one to choose where there is one. */
export function DeviceList({ findings, required, waived, heard, onHeard }: DeviceListProps) {
  const { t } = useTranslation('candidate');
  const { camera } = useMedia();
  const { cameras, microphones, stream } = useCameraState();
  const words = useFaultWords();
  const [howTo, setHowTo] = useState<MediaFault | null>(null);
  const trouble = (device: DeviceRequirement) => {
    const finding = findings[device];
    if (waived.includes(device)) return { state: 'warn' as const, word: t('devices.waived') };
    if (finding.is !== 'wrong' || !isMediaFault(finding.code)) return { state: stateOf(finding) };
    const { what, todo } = words(finding.code);
    const fault = finding.code;
    return { state: 'failed' as const, word: what, todo, onHowTo: () => setHowTo(fault) };
  };
  const chosen = (kind: 'video' | 'audio'): string => {
    const [track] = (kind === 'video' ? stream?.getVideoTracks() : stream?.getAudioTracks()) ?? [];
    return track?.getSettings().deviceId ?? '';
  };
  return (
    <div className={styles.list}>
      {required.includes('camera') && (
        <DeviceRow icon="camera" name={t('devices.names.camera')} {...trouble('camera')}>
          {cameras.length > 1 && (
            <Select
              label={t('devices.otherCamera')}
              value={chosen('video')}
              options={cameras.map(({ id, name }) => ({ value: id, text: name }))}
              onChange={(event) => void camera.open({ cameraId: event.target.value })}
            />
          )}
        </DeviceRow>
      )}
      {required.includes('microphone') && (
        <DeviceRow icon="mic" name={t('devices.names.microphone')} {...trouble('microphone')}>
          {findings.microphone.is === 'ok' && (
            <p className={styles.speak}>
              <span>{t('devices.saySomething')}</span>
              <LevelMeter level={camera.level} bars={16} words />
            </p>
          )}
          {microphones.length > 1 && (
            <Select
              label={t('devices.otherMicrophone')}
              value={chosen('audio')}
              options={microphones.map(({ id, name }) => ({ value: id, text: name }))}
              onChange={(event) => void camera.open({ microphoneId: event.target.value })}
            />
          )}
        </DeviceRow>
      )}
      {required.includes('bell') && (
        <BellRow heard={heard} waived={waived.includes('bell')} onHeard={onHeard} />
      )}
      <NetworkRow />
      <HowToDialog fault={howTo} onClose={() => setHowTo(null)} />
    </div>
  );
}
