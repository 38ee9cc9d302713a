import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../i18n/use-language';
import { Banner } from '../../ui/Banner';
import { useSitting } from '../sitting/sitting-context';
import { useOutForLong } from './OutOfReach';

/** Under the bar while the server is out of reach: first what is safe, then what happens by itself. */
export function NetworkStrip() {
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
