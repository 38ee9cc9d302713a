import { useTranslation } from 'react-i18next';
import type { MediaFault } from '../../media/faults';

interface FaultWords {
  readonly what: string;
  readonly todo: string;
}

/** What a fault of camera or microphone is called, and what to do about it. */
export function useFaultWords(): (fault: MediaFault) => FaultWords {
  const { t } = useTranslation('common');
  return (fault) => ({ what: t(`faults.${fault}.what`), todo: t(`faults.${fault}.todo`) });
}
