import { useTranslation } from 'react-i18next';
import { clockSeconds } from '../../i18n/times';
import type { Fact } from '../../ui/Facts';
import { useServerClock, useServerNow } from '../../ui/server-clock';
import { browserName } from './browser-name';

/** What any page can say of itself, also before signing in. */
export function usePageFacts(): readonly Fact[] {
  const { t } = useTranslation('candidate');
  const { zone } = useServerClock();
  const now = useServerNow();
  return [
    { label: t('help.browser'), value: browserName(navigator.userAgent) },
    { label: t('help.screen'), value: `${window.innerWidth} × ${window.innerHeight}` },
    { label: t('help.network'), value: navigator.onLine ? t('help.online') : t('help.offline') },
    { label: t('help.serverTime'), value: clockSeconds(now, zone) },
  ];
}
