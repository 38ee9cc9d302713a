import { useTranslation } from 'react-i18next';

const names = { 1: 'first', 2: 'second' } as const;

/** "第一台设备和第二台设备" */
export function useDevices(): (positions: readonly (1 | 2)[]) => string {
  const { t } = useTranslation('staff');
  return (positions) =>
    positions.map((position) => t(`clock.device.${names[position]}`)).join(t('clock.device.and'));
}
