import { useTranslation } from 'react-i18next';
import { clockTime } from '../../i18n/times';
import { Pill } from '../../ui/Pill';
import { useServerClock } from '../../ui/server-clock';
import { placeLooks, type PaperRow } from './paper-row';

/** How far he is with the paper; of a hand-in also when and by whom. */
export function PlacePill({ line: { place, progress } }: { readonly line: PaperRow }) {
  const { t } = useTranslation('paperStaff');
  const { zone } = useServerClock();
  const handedIn = place === 'handed-in' ? (progress?.handedIn ?? null) : null;
  return (
    <Pill {...placeLooks[place]}>
      {handedIn
        ? t(`handedIn.${handedIn.cause}`, { time: clockTime(handedIn.at, zone) })
        : t(`state.${place}`)}
    </Pill>
  );
}
