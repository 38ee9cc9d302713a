import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../i18n/use-language';
import { Banner } from '../../ui/Banner';
import { useSitting } from '../sitting/sitting-context';
import { lazyPage } from './lazy-page';
import { useOutForLong } from './OutOfReach';

const fallbackNote = lazyPage(async () => (await import('../video/FallbackNote')).FallbackNote);

/** Under the bar: what the network does, and that a line was changed. */
export function NetworkStrip() {
  const { view } = useSitting();
  return (
    <>
      <OutOfReachStrip />
      {view?.video && (
        <Suspense fallback={null}>
          <fallbackNote.Page since={view.video.since} />
        </Suspense>
      )}
    </>
  );
}

/** While the server is out of reach: first what is safe, then what happens by itself. */
function OutOfReachStrip() {
  const { t } = useTranslation('candidate');
  const local = useLocalText();
  const { network, sending, home } = useSitting();
  const long = useOutForLong(network.outSince);
  if (network.outSince === null && (sending?.failures ?? 0) === 0) return null;
  const away = network.state === 'away' || (network.outSince === null && sending?.why === 'UNAVAILABLE');
  return (
    <Banner
      shape="strip"
      mood="warn"
      icon={away ? 'clock' : 'wifi-off'}
      role="status"
      title={t(away ? 'offline.awayStrip' : 'offline.strip')}
    >
      {t(sending && sending.failures > 0 ? 'offline.keptCommand' : 'offline.kept')}
      {long && (
        <>
          {' '}
          <strong>{local(home.exam.backupText)}</strong> {home.exam.phone}
        </>
      )}
    </Banner>
  );
}
