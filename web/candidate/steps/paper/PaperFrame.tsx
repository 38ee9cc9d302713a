import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Clock } from '../../../ui/Clock';
import { NoNote } from '../../../ui/NoNote';
import { SkipLink } from '../../../ui/SkipLink';
import { Strip } from '../../../ui/Strip';
import { OwnPicture } from '../../devices/OwnPicture';
import { SecondPicture } from '../../devices/SecondPicture';
import { secondStateOf } from '../../devices/second-state';
import { useMicrophone } from '../../devices/microphone-context';
import { MessagesCard } from '../../messages/MessagesCard';
import { ConnectSecond } from '../../pairing/ConnectSecond';
import { ExamBar } from '../../parts/ExamBar';
import { NetworkStrip } from '../../parts/NetworkStrip';
import { useSitting } from '../../sitting/sitting-context';
import { lateTime } from '../../time/late-time';
import { PaperNotices } from './PaperNotices';
import styles from './paper.module.css';

interface PaperFrameProps {
  readonly main: ReactNode;
  readonly nav?: ReactNode;
  readonly saveState?: ReactNode;
  readonly handIn?: ReactNode;
  /** Above the pictures at the right: sheets, and what is to be done with the phone. */
  readonly side?: ReactNode;
}

/** The written exam's page: the clock and the way to hand in on top, questions left, the sheet, cameras right. */
export function PaperFrame({ main, nav, saveState, handIn, side }: PaperFrameProps) {
  const { t } = useTranslation('paper');
  const { view, surroundings, refused } = useSitting();
  const { muted } = useMicrophone();
  const second = secondStateOf(surroundings?.presence[2] ?? null);
  const clock = view?.clock;
  return (
    <div className={styles.page}>
      <SkipLink />
      <ExamBar />
      <div className={styles.desk} role="region" aria-label={t('desk')}>
        {clock && (
          <Clock
            deadlineAt={clock.deadlineAt}
            remainingMs={clock.remainingMs}
            totalMs={clock.totalMs}
            extendedMs={clock.extendedMs}
          />
        )}
        {clock && (
          <Suspense fallback={null}>
            <lateTime.Button />
          </Suspense>
        )}
        <span className={styles.space} />
        {saveState && <span role="status">{saveState}</span>}
        {handIn}
      </div>
      <Strip>
        <NetworkStrip />
        <Suspense fallback={null}>
          <lateTime.Notices />
        </Suspense>
        <PaperNotices />
      </Strip>
      <div className={styles.columns} data-nav={nav ? true : undefined}>
        {nav && <div className={styles.nav}>{nav}</div>}
        <main id="main" tabIndex={-1} className={styles.main}>
          {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
          {main}
        </main>
        <aside className={styles.side} aria-label={t('side')}>
          {side}
          <div className={styles.pictures}>
            <OwnPicture muted={muted} shape="wide">
              {second.pairAgain && <ConnectSecond again={second.word !== 'never'} />}
            </OwnPicture>
            <SecondPicture shape="wide" />
          </div>
          <p className={styles.seen}>{t('seen')}</p>
          <MessagesCard title={t('messages')} placeholder={t('writeTo')} />
        </aside>
      </div>
    </div>
  );
}
