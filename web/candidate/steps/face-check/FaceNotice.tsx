import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepViews } from '#steps/schemas';
import { useLocalText } from '../../../i18n/use-language';
import { Choice } from '../../../ui/Choice';
import { Paper } from '../../../ui/Paper';
import { useMedia } from '../../../media/MediaProvider';
import { Paragraphs } from '../../parts/Paragraphs';
import { StepPage } from '../../parts/StepPage';
import { useStep } from '../../sitting/use-step';
import { CameraTrouble } from './CameraTrouble';
import styles from './face-check.module.css';

/** Before any capture: what is compared and kept, and two ways of equal weight. */
export function FaceNotice({
  view,
}: {
  readonly view: Extract<StepViews['face-check'], { phase: 'notice' }>;
}) {
  const { t } = useTranslation('candidate');
  const local = useLocalText();
  const { camera, bell } = useMedia();
  const { texts, ask, busy } = useStep<'face-check'>(view);
  const [opening, setOpening] = useState(false);
  const [trouble, setTrouble] = useState(false);
  const byCard = busy('face-check.by-card');
  const beginning = opening || busy('face-check.begin');
  // The server's time runs from "begin": the camera must be there before.
  const begin = async (): Promise<void> => {
    void bell.arm();
    setOpening(true);
    const opened = camera.state().status === 'live' ? camera.state() : await camera.open({ facing: 'user' });
    setOpening(false);
    const seen = opened.camera === 'live' || opened.camera === 'covered';
    setTrouble(!seen);
    if (seen) await ask({ name: 'face-check.begin', consent: true });
  };
  return (
    <StepPage
      title={texts.title}
      foot={
        <>
          <p className={styles.either}>{t('face.eitherWay')}</p>
          <Choice
            icon="face"
            title={t('face.begin')}
            note={t('face.beginNote', { count: view.attemptsLeft })}
            busy={beginning}
            onClick={() => void begin()}
          />
          <Choice
            icon="id"
            title={t('face.byCard')}
            note={t('face.byCardNote')}
            busy={byCard}
            onClick={() => void ask({ name: 'face-check.by-card' })}
          />
        </>
      }
    >
      {trouble && <CameraTrouble />}
      <Paper title={t('face.noticeTitle')}>
        {texts.notice && <Paragraphs text={local(texts.notice)} />}
        <p>{t('face.consent')}</p>
      </Paper>
    </StepPage>
  );
}
