import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepViews } from '#steps/schemas';
import { clockTime } from '../../../i18n/times';
import { useLocalText } from '../../../i18n/use-language';
import { useMedia } from '../../../media/MediaProvider';
import { Banner } from '../../../ui/Banner';
import { Button } from '../../../ui/Button';
import { NoNote } from '../../../ui/NoNote';
import { Waiting } from '../../../ui/Waiting';
import { useServerClock } from '../../../ui/server-clock';
import { useOpenCamera } from '../../devices/use-open-camera';
import { StepPage } from '../../parts/StepPage';
import { useStep } from '../../sitting/use-step';
import { FactLog } from './FactLog';
import { Running } from './Running';
import { SebPage } from './SebPage';
import { canShareScreen, useScreenShare } from './screen-share';
import { paceOf } from './SecondStills';
import { useElsewhere, type Elsewhere } from './use-elsewhere';
import { useFacts } from './use-facts';
import { useWatchStills } from './use-watch-stills';
import styles from './proctored.module.css';

/** 2.3: the exam runs elsewhere; here is its clock, the way to it, and what is recorded meanwhile. */
export function ProctoredScreen({ view }: { readonly view: StepViews['proctored'] }) {
  const { t } = useTranslation('proctored');
  const { camera } = useMedia();
  const { texts, ask, busy } = useStep<'proctored'>(view);
  const { opened, refused, again } = useElsewhere();
  const screen = useScreenShare();
  useOpenCamera(view.phase !== 'looking-back', { facing: 'user' });
  const pace = paceOf(view);
  const isSeb = opened?.client === 'seb';
  const wantsScreen = view.screen !== 'none' && !isSeb && canShareScreen();
  useWatchStills('camera', pace, camera.grabFrame);
  useWatchStills('screen', screen.shared ? pace : null, screen.grab);
  useFacts(
    {
      on: pace !== null && opened !== null,
      page: opened !== null && opened.address === null,
      fullScreen: view.fullScreen && document.fullscreenEnabled && !isSeb,
      shared: wantsScreen ? screen.shared : null,
    },
    ask,
  );
  if (view.phase === 'looking-back') {
    const mayGo = view.ended.undoUntil === null;
    return (
      <StepPage
        title={texts.title}
        foot={
          <Button
            kind="primary"
            wide
            busy={busy('proctored.finish')}
            onClick={() => void ask({ name: 'proctored.finish' })}
          >
            {t('finish')}
          </Button>
        }
      >
        <Banner mood="ok" title={t(`ended.${view.ended.cause}`)}>
          {t(mayGo ? 'ended.note' : 'ended.noteStaff')}
        </Banner>
        <FactLog mayComment />
      </StepPage>
    );
  }
  if (refused || !opened) {
    const code = refused?.no.refused;
    const isSebMatter = code === 'SEB_REQUIRED' || code === 'SEB_KEY_WRONG';
    return (
      <StepPage title={texts.title}>
        {!refused && <Waiting large>{t('opening')}</Waiting>}
        {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
        {isSebMatter && <SebPage onAgain={again} />}
      </StepPage>
    );
  }
  if (view.phase === 'ready')
    return <Ready view={view} opened={opened} wantsScreen={wantsScreen} share={screen.share} />;
  return <Running view={view} opened={opened} wantsScreen={wantsScreen} screen={screen} />;
}

interface ReadyProps {
  readonly view: Extract<StepViews['proctored'], { phase: 'ready' }>;
  readonly opened: Elsewhere;
  readonly wantsScreen: boolean;
  readonly share: () => Promise<boolean>;
}

/** Before the clock: what is recorded, from when to when, and the press that begins it. */
function Ready({ view, opened, wantsScreen, share }: ReadyProps) {
  const { t } = useTranslation('proctored');
  const local = useLocalText();
  const { zone } = useServerClock();
  const { texts, ask, busy } = useStep<'proctored'>(view);
  const [unshared, setUnshared] = useState(false);
  const cannot = view.screen === 'required' && opened.client === 'browser' && !canShareScreen();
  const begin = async (): Promise<void> => {
    const shared = wantsScreen && (await share());
    setUnshared(wantsScreen && !shared);
    if (wantsScreen && !shared && view.screen === 'required') return;
    // Asked within the press, as browsers want it; where it is not granted, that is a fact and no obstacle.
    if (view.fullScreen && opened.address === null)
      await document.documentElement.requestFullscreen?.().catch(() => undefined);
    await ask({ name: 'proctored.begin', client: opened.client, screen: shared });
  };
  return (
    <StepPage
      title={texts.title}
      foot={
        <Button
          kind="primary"
          wide
          icon={wantsScreen ? 'screen' : 'play'}
          busy={busy('proctored.begin')}
          disabledReason={cannot ? t('noScreen') : null}
          onClick={() => void begin()}
        >
          {t(wantsScreen ? 'shareAndBegin' : 'begin')}
        </Button>
      }
    >
      {texts.text && <p className={styles.lead}>{local(texts.text)}</p>}
      {view.beginsAt !== null && <p>{t('beginsAt', { time: clockTime(view.beginsAt, zone) })}</p>}
      <section className={styles.stack} aria-label={t('recorded.title')}>
        <h2 className={styles.head}>{t('recorded.title')}</h2>
        <ul className={styles.steps}>
          <li>{t('recorded.stills', { count: view.stillSeconds })}</li>
          {wantsScreen && <li>{t('recorded.screen')}</li>}
          <li>{t(opened.address === null ? 'recorded.page' : 'recorded.elsewhere')}</li>
          <li>{t('recorded.people')}</li>
        </ul>
      </section>
      {unshared && (
        <Banner mood="warn">{t(`unshared.${view.screen === 'required' ? 'must' : 'may'}`)}</Banner>
      )}
    </StepPage>
  );
}
