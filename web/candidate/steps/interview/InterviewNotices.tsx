import { useTranslation } from 'react-i18next';
import type { StepViews } from '#steps/schemas';
import { clockTime } from '../../../i18n/times';
import { useDuration } from '../../../i18n/use-duration';
import { Banner } from '../../../ui/Banner';
import { useServerClock, useServerNow } from '../../../ui/server-clock';
import { Announcement } from '../../messages/Announcement';
import { useSitting } from '../../sitting/sitting-context';
import { newestExtension } from './extension';

/** How long the gift of time is said in words; the clock shows it for as long as it counts. */
const SAID_MS = 60_000;

/** What happens to the clock and the interview, said where it cannot be overlooked. */
export function InterviewNotices({ view }: { readonly view: StepViews['interview'] }) {
  const { t } = useTranslation('candidate');
  const duration = useDuration();
  const { zone } = useServerClock();
  const { view: whole } = useSitting();
  const now = useServerNow();
  const clock = whole?.clock ?? null;
  const extension = newestExtension(clock?.ledger ?? []);
  return (
    <>
      {view.phase === 'ending' && (
        <Banner shape="strip" mood="accent" icon="door" role="alert" title={t('interview.ending')}>
          {t('interview.endingNote')}
        </Banner>
      )}
      {view.phase === 'closing' && (
        <Banner shape="strip" mood="warn" icon="clock" role="alert" title={t('interview.closing')}>
          {t('interview.closingNote')}
        </Banner>
      )}
      {clock?.pausedSince && (
        <Banner
          shape="strip"
          mood="accent"
          icon="pause"
          role="status"
          title={t('interview.paused', { time: clockTime(clock.pausedSince, zone) })}
        >
          {t('interview.pausedNote')}
        </Banner>
      )}
      {extension && now - extension.at < SAID_MS && (
        <Banner
          shape="strip"
          mood="ok"
          icon="clock"
          role="status"
          title={t('interview.extended', { time: duration(extension.ms) })}
        >
          {t('interview.extendedNote')}
        </Banner>
      )}
      <Announcement shape="strip" />
    </>
  );
}
