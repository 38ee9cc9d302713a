import { useTranslation } from 'react-i18next';
import { DeviceRow } from '../../../ui/DeviceRow';
import { useSitting } from '../../sitting/sitting-context';

/** Not a requirement: it is measured on the same way that the exam takes. */
export function NetworkRow() {
  const { t } = useTranslation('candidate');
  const { network } = useSitting();
  const out = network.outSince !== null;
  const state = out ? 'failed' : network.state === 'weak' ? 'warn' : 'fine';
  const word = out ? 'out' : network.state === 'weak' ? 'weak' : 'fine';
  return (
    <DeviceRow
      icon={out ? 'wifi-off' : network.state === 'weak' ? 'wifi-weak' : 'wifi'}
      name={t('devices.names.network')}
      state={state}
      word={t(`devices.networkIs.${word}`)}
      todo={word === 'fine' ? undefined : t('devices.networkTodo')}
    />
  );
}
