import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { useConsoleContext } from './context';

/** Says whether new attention is heard; turning it on lets it be heard once. */
export function ChimeSwitch() {
  const { t } = useTranslation('staff');
  const { chime } = useConsoleContext();
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
