import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/Banner';
import { NoNote } from '../../ui/NoNote';
import type { StaffStage } from '../video/staff-stage';

/** What keeps pictures or sound from flowing, at either end. */
export function StageTrouble({ stage }: { readonly stage: StaffStage }) {
  const { t } = useTranslation('staff');
  return (
    <>
      {stage.refused && <NoNote no={stage.refused} />}
      {stage.ownTrouble === 'no-camera' && <Banner mood="warn">{t('stage.noCamera')}</Banner>}
      {stage.ownTrouble === 'only-looking' && <Banner>{t('stage.onlyLooking')}</Banner>}
    </>
  );
}
