import { useTranslation } from 'react-i18next';
import { clockSeconds } from '../../../../i18n/times';
import { Pill } from '../../../../ui/Pill';
import { useServerClock } from '../../../../ui/server-clock';
import type { KeeperState } from '../answers/keeper';

/** Where the newest words are: on the server with the time, or so far on this device. */
export function SaveState({ kept }: { readonly kept: KeeperState }) {
  const { t } = useTranslation('paper');
  const { zone } = useServerClock();
  const { state, savedAt, keptHere } = kept;
  if (state === 'saved') {
    return (
      <Pill icon="check" mood="ok">
        {savedAt === null ? t('save.nothing') : t('save.saved', { time: clockSeconds(savedAt, zone) })}
      </Pill>
    );
  }
  if (state === 'offline' || state === 'stopped') {
    return (
      <Pill icon="wifi-off" mood="warn">
        {t(keptHere ? 'save.here' : 'save.nowhere')}
      </Pill>
    );
  }
  return <Pill icon="clock">{t('save.saving')}</Pill>;
}
