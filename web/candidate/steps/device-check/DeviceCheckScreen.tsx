import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceRequirement } from '#steps/device-check/schema';
import type { StepViews } from '#steps/schemas';
import { useLocalText } from '../../../i18n/use-language';
import { Banner } from '../../../ui/Banner';
import { Button } from '../../../ui/Button';
import { CameraFrame } from '../../../ui/CameraFrame';
import { useCameraState, useMedia } from '../../../media/MediaProvider';
import { findingsOf, lacksOf, reportOf, type BellAnswer } from '../../devices/findings';
import { pictureOf } from '../../devices/own-picture';
import { StepPage } from '../../parts/StepPage';
import { useStep } from '../../sitting/use-step';
import { DeviceList } from './DeviceList';
import { useDeviceReports } from './use-device-reports';
import styles from './device-check.module.css';

/** Camera, microphone and "did you hear the bell?": each lack is named, and staff can let it pass. */
export function DeviceCheckScreen({ view }: { readonly view: StepViews['device-check'] }) {
  const { t } = useTranslation('candidate');
  const local = useLocalText();
  const { camera, bell } = useMedia();
  const state = useCameraState();
  const { texts, ask, busy } = useStep<'device-check'>(view);
  const [heard, setHeard] = useState<BellAnswer>('not-tried');
  const findings = findingsOf(state, heard);
  const report = reportOf(findings);
  const lacks = lacksOf(findings, view.require, view.waived);
  const begun = state.status !== 'off';
  const finishing = busy('device-check.finish');
  useDeviceReports({
    report,
    known: view.report,
    active: begun && !finishing,
    send: (found) => void ask({ name: 'device-check.report', report: found }),
  });
  // The click lets the page sound from now on; the camera's question comes with it.
  const begin = (): void => {
    void bell.arm();
    void camera.open({ facing: 'user', camera: true, microphone: true });
  };
  const names = (devices: readonly DeviceRequirement[]): string =>
    devices.map((device) => t(`devices.names.${device}`)).join(t('devices.and'));
  return (
    <StepPage
      title={texts.title}
      foot={
        begun || lacks.length === 0 ? (
          <Button
            kind="primary"
            wide
            iconAfter="right"
            busy={finishing}
            disabledReason={lacks.length > 0 ? t('devices.stillLacking', { devices: names(lacks) }) : null}
            onClick={() => void ask({ name: 'device-check.finish', report })}
          >
            {t('devices.finish')}
          </Button>
        ) : (
          <Button kind="primary" wide icon="camera" onClick={begin}>
            {t('devices.begin')}
          </Button>
        )
      }
    >
      {begun ? (
        <>
          <div className={styles.picture}>
            <CameraFrame
              stream={state.stream}
              state={pictureOf(state)}
              name={t('devices.own')}
              mirrored
              shape="wide"
            />
          </div>
          <DeviceList
            findings={findings}
            waived={view.waived}
            required={view.require}
            heard={heard}
            onHeard={setHeard}
          />
        </>
      ) : (
        <div className={styles.intro}>
          {view.waived.length > 0 && (
            <Banner mood="ok" title={t('devices.waivedTitle')}>
              {names(view.waived)}
            </Banner>
          )}
          <p className={styles.lead}>{t('devices.lead')}</p>
          {texts.text && <p>{local(texts.text)}</p>}
          <ul className={styles.hints}>
            <li>{t('devices.hintAllow')}</li>
            <li>{t('devices.hintSpeak')}</li>
            <li>{t('devices.hintBell')}</li>
          </ul>
        </div>
      )}
    </StepPage>
  );
}
