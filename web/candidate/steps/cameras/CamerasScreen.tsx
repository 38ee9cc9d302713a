import { useTranslation } from 'react-i18next';
import type { StepViews } from '#steps/schemas';
import { useLocalText } from '../../../i18n/use-language';
import { Banner } from '../../../ui/Banner';
import { Button } from '../../../ui/Button';
import { OwnPicture } from '../../devices/OwnPicture';
import { SecondPicture } from '../../devices/SecondPicture';
import { secondStateOf } from '../../devices/second-state';
import { useOpenCamera } from '../../devices/use-open-camera';
import { PairingPanel } from '../../pairing/PairingPanel';
import { PlacePicture } from '../../pairing/PlacePicture';
import { Paragraphs } from '../../parts/Paragraphs';
import { StepPage } from '../../parts/StepPage';
import { useSitting } from '../../sitting/sitting-context';
import { useStep } from '../../sitting/use-step';
import styles from './cameras.module.css';

/** 2.1.7: another phone joins as position 2. */
export function CamerasScreen({ view }: { readonly view: StepViews['cameras'] }) {
  const { t } = useTranslation('candidate');
  const local = useLocalText();
  const { surroundings } = useSitting();
  const { texts, ask, busy } = useStep<'cameras'>(view);
  useOpenCamera(true, { facing: 'user' });
  const second = secondStateOf(surroundings?.presence[2] ?? null);
  const paired = view.phase === 'paired';
  const showCode = !paired || second.pairAgain;
  const may = paired || view.waived;
  return (
    <StepPage
      title={texts.title}
      foot={
        <Button
          kind="primary"
          wide
          iconAfter="right"
          busy={busy('cameras.finish')}
          disabledReason={may ? null : t('pairing.firstConnect')}
          onClick={() => void ask({ name: 'cameras.finish' })}
        >
          {t(paired || !view.waived ? 'pairing.done' : 'pairing.doneWithout')}
        </Button>
      }
    >
      {texts.text && <Paragraphs text={local(texts.text)} />}
      {view.waived && !paired && (
        <Banner mood="ok" title={t('pairing.waived')}>
          {t('pairing.waivedNote')}
        </Banner>
      )}
      <div className={styles.pictures}>
        <OwnPicture shape="wide" />
        <SecondPicture shape="wide" />
      </div>
      <div role="status">
        {paired && (
          <Banner mood={second.row === 'fine' ? 'ok' : 'warn'}>
            {t(`second.said.${second.word}`, { battery: second.battery ?? 0 })}
          </Banner>
        )}
      </div>
      {showCode && <PairingPanel />}
      <PlacePicture />
      {!may && <p className={styles.noPhone}>{t('pairing.noPhone')}</p>}
    </StepPage>
  );
}
