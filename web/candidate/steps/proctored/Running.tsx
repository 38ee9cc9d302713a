import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepViews } from '#steps/schemas';
import { useLocalText } from '../../../i18n/use-language';
import { Banner } from '../../../ui/Banner';
import { Button } from '../../../ui/Button';
import { ButtonLink } from '../../../ui/ButtonLink';
import { Clock } from '../../../ui/Clock';
import { Dialog } from '../../../ui/Dialog';
import { OwnPicture } from '../../devices/OwnPicture';
import { SecondPicture } from '../../devices/SecondPicture';
import { MessagesCard } from '../../messages/MessagesCard';
import { StepPage } from '../../parts/StepPage';
import { useSitting } from '../../sitting/sitting-context';
import { useStep } from '../../sitting/use-step';
import { FactLog } from './FactLog';
import type { useScreenShare } from './screen-share';
import type { Elsewhere } from './use-elsewhere';
import styles from './proctored.module.css';

interface RunningProps {
  readonly view: StepViews['proctored'];
  readonly opened: Elsewhere;
  readonly wantsScreen: boolean;
  readonly screen: ReturnType<typeof useScreenShare>;
}

/** The clock, the way to the exam, what staff ask for, and all that has been recorded so far. */
export function Running({ view, opened, wantsScreen, screen }: RunningProps) {
  const { t } = useTranslation('proctored');
  const local = useLocalText();
  const { view: whole } = useSitting();
  const { texts, ask, busy } = useStep<'proctored'>(view);
  const [ending, setEnding] = useState(false);
  const clock = whole?.clock;
  const isAsked = view.scan !== null && view.scan.shownAt === null;
  const end = async (): Promise<void> => {
    if (await ask({ name: 'proctored.end' })) screen.stop();
  };
  return (
    <StepPage
      title={texts.title}
      foot={
        <Button wide icon="flag" aria-haspopup="dialog" onClick={() => setEnding(true)}>
          {t('end')}
        </Button>
      }
    >
      {clock && (
        <div className={styles.clock}>
          <Clock
            deadlineAt={clock.deadlineAt}
            remainingMs={clock.remainingMs}
            totalMs={clock.totalMs}
            extendedMs={clock.extendedMs}
          />
          {clock.pausedSince !== null && <p>{t('paused')}</p>}
        </div>
      )}
      {view.phase === 'closing' && <Banner mood="warn">{t('closing')}</Banner>}
      {texts.text && <p className={styles.lead}>{local(texts.text)}</p>}
      {opened.address !== null && (
        <ButtonLink
          kind="primary"
          icon="external"
          wide
          href={opened.address}
          target="_blank"
          rel="noopener noreferrer"
        >
          {t('open')}
        </ButtonLink>
      )}
      {isAsked && (
        <Banner
          mood="warn"
          icon="scan"
          role="alert"
          title={t('scan.title')}
          action={
            <Button
              busy={busy('proctored.room-shown')}
              onClick={() => void ask({ name: 'proctored.room-shown' })}
            >
              {t('scan.done')}
            </Button>
          }
        >
          {t('scan.how')}
        </Banner>
      )}
      {wantsScreen && !screen.shared && (
        <Banner
          mood="warn"
          icon="screen"
          title={t('shareAgain.title')}
          action={<Button onClick={() => void screen.share()}>{t('shareAgain.button')}</Button>}
        >
          {t('shareAgain.note')}
        </Banner>
      )}
      <div className={styles.pictures}>
        <OwnPicture shape="wide" />
        <SecondPicture shape="wide" />
      </div>
      <FactLog mayComment={false} />
      <MessagesCard title={t('messages')} placeholder={t('writeTo')} />
      <Dialog
        open={ending}
        title={t('endDialog.title')}
        onClose={() => setEnding(false)}
        actions={
          <>
            <Button onClick={() => setEnding(false)}>{t('endDialog.stay')}</Button>
            <Button kind="primary" busy={busy('proctored.end')} onClick={() => void end()}>
              {t('endDialog.end')}
            </Button>
          </>
        }
      >
        {t('endDialog.note')}
      </Dialog>
    </StepPage>
  );
}
