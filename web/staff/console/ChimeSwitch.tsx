import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import type { Chime } from './use-chime';

/** Says whether new attention is heard; turning it on lets it be heard once. */
export function ChimeSwitch({ chime }: { readonly chime: Chime }) {
  const { t } = useTranslation('staff');
  return (
    <Button
      kind="quiet"
      size="small"
      icon={chime.state === 'on' ? 'sound' : 'sound-off'}
      aria-pressed={chime.state === 'on'}
      onClick={chime.press}
    >
      {t(`chime.${chime.state}`)}
    </Button>
  );
}
