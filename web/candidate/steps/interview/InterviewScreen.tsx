import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepViews } from '#steps/schemas';
import { useLocalText } from '../../../i18n/use-language';
import { Pill } from '../../../ui/Pill';
import { StageLayout } from '../../../ui/StageLayout';
import { useMedia } from '../../../media/MediaProvider';
import { useOpenCamera } from '../../devices/use-open-camera';
import { OwnPicture } from '../../devices/OwnPicture';
import { SecondPicture } from '../../devices/SecondPicture';
import { secondStateOf } from '../../devices/second-state';
import { useMicrophone } from '../../devices/microphone-context';
import { MessagesCard } from '../../messages/MessagesCard';
import { ConnectSecond } from '../../pairing/ConnectSecond';
import { ExamBar } from '../../parts/ExamBar';
import { NetworkStrip } from '../../parts/NetworkStrip';
import { NoNote } from '../../../ui/NoNote';
import { QuestionViewer } from '../../questions/QuestionViewer';
import { useQuestions } from '../../questions/use-question';
import { useSitting } from '../../sitting/sitting-context';
import { useStep } from '../../sitting/use-step';
import { lateTime } from '../../time/late-time';
import { ExaminersGrid } from './ExaminersGrid';
import { InterviewControls } from './InterviewControls';
import { InterviewNotices } from './InterviewNotices';
import { newestUnopened } from './newest-question';
import styles from './interview.module.css';

/** 2.1.8: the exam room. Examiners large, oneself small, the clock, and questions as they are dispatched. */
export function InterviewScreen({ view }: { readonly view: StepViews['interview'] }) {
  const { t } = useTranslation('candidate');
  const local = useLocalText();
  const { home, surroundings, network, refused } = useSitting();
  const { bell } = useMedia();
  const { muted } = useMicrophone();
  const { ask } = useStep<'interview'>(view);
  useOpenCamera(true, { facing: 'user' });
  const ids = view.questions.map(({ id }) => id);
  const { questions } = useQuestions(ids);
  const [shown, setShown] = useState<string | null>(null);
  const unopened = newestUnopened(view.questions);
  const fresh = unopened === shown ? null : unopened;
  useEffect(() => {
    if (unopened) bell.play('paper', { duringSpeech: true });
  }, [bell, unopened]);
  const show = (id: string): void => {
    setShown(id);
    void ask({ name: 'interview.open-question', question: id });
  };
  const second = secondStateOf(surroundings?.presence[2] ?? null);
  const weak = network.state !== 'fine';
  const viewer = shown && (
    <QuestionViewer
      ids={ids}
      questions={questions}
      shown={shown}
      onShow={show}
      onClose={() => setShown(null)}
    />
  );
  return (
    <StageLayout
      theme="stage"
      sideWidth="narrow"
      bar={
        <ExamBar brandName={local(home.room.name)}>
          <span className={styles.wide}>
            <Pill icon={weak ? 'wifi-weak' : 'wifi'} mood={weak ? 'warn' : 'ok'}>
              {t(`devices.networkIs.${network.outSince !== null ? 'out' : weak ? 'weak' : 'fine'}`)}
            </Pill>
          </span>
        </ExamBar>
      }
      strip={
        <>
          <NetworkStrip />
          <Suspense fallback={null}>
            <lateTime.Notices />
          </Suspense>
          <InterviewNotices view={view} />
        </>
      }
      stageLabel={t('interview.examiners')}
      sideLabel={t('interview.side')}
      stage={<ExaminersGrid sheet={viewer || null} />}
      side={
        <>
          <div className={styles.own}>
            <OwnPicture muted={muted} shape="wide">
              {second.pairAgain && <ConnectSecond again={second.word !== 'never'} />}
            </OwnPicture>
            <SecondPicture shape="wide" />
          </div>
          {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
          {fresh && (
            <div className={styles.arrived} role="status">
              <strong>
                {questions[fresh]
                  ? t('interview.arrived', { question: local(questions[fresh].title) })
                  : t('interview.arrivedPlain')}
              </strong>
              <span>{t('interview.arrivedNote')}</span>
            </div>
          )}
          <MessagesCard title={t('interview.messages')} placeholder={t('interview.writeTo')} />
        </>
      }
      controls={
        <InterviewControls
          fresh={fresh !== null}
          anyQuestion={ids.length > 0}
          open={shown !== null}
          onQuestion={() => (shown && !fresh ? setShown(null) : show(fresh ?? ids.at(-1) ?? ''))}
        />
      }
    />
  );
}
