import { useTranslation } from 'react-i18next';
import { clockTime } from '../../../i18n/times';
import { useDuration } from '../../../i18n/use-duration';
import { Banner } from '../../../ui/Banner';
import { useServerClock, useServerNow } from '../../../ui/server-clock';
import { Announcement } from '../../messages/Announcement';
import { useSitting } from '../../sitting/sitting-context';
import { newestExtension } from '../interview/extension';

const SAID_MS = 60_000;
const MARKS_MIN = [10, 5, 1] as const;
/** A warning stands so long after its mark was passed. */
const MARK_SAID_MS = 20_000;

/** What happens to the clock of the paper, said where it cannot be overlooked: pause, more time, 10, 5 and 1 minutes. */
export function PaperNotices() {
  const { t } = useTranslation('paper');
  const duration = useDuration();
  const { zone } = useServerClock();
  const { view } = useSitting();
  const now = useServerNow();
  const clock = view?.clock ?? null;
  const step = view?.step?.kind === 'paper' ? view.step : null;
  const extension = newestExtension(clock?.ledger ?? []);
  const left = clock?.deadlineAt ? clock.deadlineAt - now : null;
  const mark =
    step?.phase === 'open' && left !== null
      ? MARKS_MIN.find((minutes) => left <= minutes * 60_000 && left > minutes * 60_000 - MARK_SAID_MS)
      : undefined;
  return (
    <>
      {step?.phase === 'closing' && (
        <Banner shape="strip" mood="warn" icon="clock" role="alert" title={t('closing')}>
          {t('closingNote')}
        </Banner>
      )}
      {step?.phase === 'collecting' && (
        <Banner shape="strip" icon="doc" role="status" title={t('collecting')} />
      )}
      {clock?.pausedSince && (
        <Banner
          shape="strip"
          icon="pause"
          role="status"
          title={t('paused', { time: clockTime(clock.pausedSince, zone) })}
        >
          {t('pausedNote')}
        </Banner>
      )}
      {extension && now - extension.at < SAID_MS && (
        <Banner
          shape="strip"
          mood="ok"
          icon="clock"
          role="status"
          title={t('extended', { time: duration(extension.ms) })}
        >
          {t('extendedNote')}
        </Banner>
      )}
      {mark && (
        <Banner shape="strip" mood="warn" icon="clock" role="status" title={t('left', { count: mark })}>
          {t('leftNote')}
        </Banner>
      )}
      <Announcement shape="strip" />
    </>
  );
}
