import { useTranslation } from 'react-i18next';
import type { MediaFault } from '../../media/faults';
import { lacksOf } from '../../media/capabilities';
import { clockSeconds } from '../../i18n/times';
import { useLocalText } from '../../i18n/use-language';
import { Facts, type Fact } from '../../ui/Facts';
import { useServerClock, useServerNow } from '../../ui/server-clock';
import { browserName } from './browser-name';
import type { HelpSitting } from './help-context';
import styles from './HelpDesk.module.css';

/** What to read out on the telephone. */
export function DeviceFacts({ sitting }: { readonly sitting: HelpSitting | null }) {
  const { t } = useTranslation('help');
  const page = usePageFacts();
  const own = useSittingFacts(sitting);
  return (
    <section className={styles.part} aria-label={t('device.title')}>
      <h3>{t('device.title')}</h3>
      <p className={styles.note}>{t('device.note')}</p>
      <Facts facts={[...own, ...page]} />
    </section>
  );
}

function useSittingFacts(sitting: HelpSitting | null): readonly Fact[] {
  const { t } = useTranslation('help');
  const { t: common } = useTranslation('common');
  const local = useLocalText();
  if (!sitting) return [];
  const { candidate, step, position, device, faults } = sitting;
  const trouble = faults.map((fault) => common(`faults.${fault as MediaFault}.what`)).join(' ');
  const isOn = (on: boolean): string => t(on ? 'device.on' : 'device.off');
  return [
    { label: t('device.candidate'), value: `${candidate.name} ${candidate.ticket}` },
    ...(step ? [{ label: t('device.step'), value: local(step.title) }] : []),
    { label: t('device.device'), value: t(position === 1 ? 'device.first' : 'device.second') },
    { label: t('device.camera'), value: trouble || isOn(device.camera === 'live') },
    { label: t('device.microphone'), value: isOn(device.microphone === 'live') },
    { label: t('device.bell'), value: isOn(device.bell) },
    ...(device.rttMs === null
      ? []
      : [{ label: t('device.network'), value: t('device.latency', { count: device.rttMs }) }]),
  ];
}

/** What any page can say of itself, also before signing in. */
function usePageFacts(): readonly Fact[] {
  const { t } = useTranslation('help');
  const { t: common } = useTranslation('common');
  const { zone } = useServerClock();
  const now = useServerNow();
  const lacks = lacksOf(window).map((lack) => common(`lacks.${lack}.what`));
  return [
    { label: t('device.browser'), value: browserName(navigator.userAgent) },
    { label: t('device.lacks'), value: lacks.join(' ') || t('device.noLacks') },
    { label: t('device.screen'), value: `${window.innerWidth} × ${window.innerHeight}` },
    { label: t('device.network'), value: t(navigator.onLine ? 'device.online' : 'device.offline') },
    { label: t('device.serverTime'), value: clockSeconds(now, zone) },
  ];
}
