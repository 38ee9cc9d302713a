import { useTranslation } from 'react-i18next';
import { CameraFrame } from '../../ui/CameraFrame';
import { useConsoleContext } from '../console/context';
import type { StaffStage } from '../video/staff-stage';

/** What the candidate sees of this console. */
export function OwnPicture({ stage }: { readonly stage: StaffStage }) {
  const { t } = useTranslation('staff');
  const { me } = useConsoleContext();
  return (
    <CameraFrame
      stream={stage.own}
      state={stage.own ? 'live' : 'off'}
      name={t('stage.me', { role: t(`roles.${me.role}`) })}
      muted={!stage.microphone}
      mirrored
    />
  );
}
