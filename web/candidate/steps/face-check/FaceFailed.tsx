import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepViews } from '#steps/schemas';
import { classes } from '../../../ui/classes';
import { Choice } from '../../../ui/Choice';
import { Icon } from '../../../ui/Icon';
import { useMedia } from '../../../media/MediaProvider';
import { StepPage } from '../../parts/StepPage';
import { useStep } from '../../sitting/use-step';
import { CameraTrouble } from './CameraTrouble';
import { tipIcons, tipsFor } from './tips';
import styles from './face-check.module.css';

interface FaceFailedProps {
  readonly view: Extract<StepViews['face-check'], { phase: 'failed' }>;
  readonly pictureUrl: string | null;
}

/** Not passed this time: what to change, then two choices of equal weight; with no attempts left only one is there. */
export function FaceFailed({ view, pictureUrl }: FaceFailedProps) {
  const { t } = useTranslation('candidate');
  const { camera } = useMedia();
  const { texts, ask, busy } = useStep<'face-check'>(view);
  const [opening, setOpening] = useState(false);
  const [trouble, setTrouble] = useState(false);
  const { reason, free, attemptsLeft } = view;
  const kind = reason === 'timed-out' ? 'late' : reason === 'fault' ? 'ours' : 'noMatch';
  const again = async (): Promise<void> => {
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
          <p className={styles.either}>{t(attemptsLeft > 0 ? 'face.eitherWay' : 'face.noneLeft')}</p>
          {attemptsLeft > 0 && (
            <Choice
              icon="retake"
              title={t('face.again')}
              note={free ? t('face.againFree') : t('face.againNote', { count: attemptsLeft })}
              busy={opening || busy('face-check.begin')}
              onClick={() => void again()}
            />
          )}
          <Choice
            icon="id"
            title={t('face.goOn')}
            note={t('face.goOnNote')}
            busy={busy('face-check.go-on')}
            onClick={() => void ask({ name: 'face-check.go-on' })}
          />
        </>
      }
    >
      {trouble && <CameraTrouble />}
      <div className={styles.failedHead}>
        <div>
          <h2 className={styles.failedTitle}>{t(`face.failed.${kind}`)}</h2>
          <p>
            {t(`face.failed.${kind}Why`)} <strong>{t('face.stillExam')}</strong>
            {free && ` ${t('face.free')}`}
          </p>
        </div>
        {pictureUrl && <img className={styles.shot} src={pictureUrl} alt={t('face.lastPicture')} />}
      </div>
      <h3 className={styles.tipsTitle}>{t('face.tipsTitle')}</h3>
      <ul>
        {tipsFor(reason).map(({ tip, found }) => (
          <li key={tip} className={styles.tip}>
            <span className={classes(styles.tipIcon, found && styles.found)}>
              <Icon name={tipIcons[tip]} />
            </span>
            <span>
              <strong className={styles.tipWhat}>{t(`face.tips.${tip}.${found ? 'found' : 'usual'}`)}</strong>
              <span className={styles.tipHow}>{t(`face.tips.${tip}.how`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </StepPage>
  );
}
