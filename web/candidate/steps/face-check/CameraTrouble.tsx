import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../../ui/Banner';
import { Button } from '../../../ui/Button';
import type { MediaFault } from '../../../media/faults';
import { useCameraState } from '../../../media/MediaProvider';
import { HowToDialog } from '../../devices/HowToDialog';
import { useFaultWords } from '../../devices/use-fault-words';

/** No picture: why, and what to do; the ID card stays as the other way. */
export function CameraTrouble() {
  const { t: common } = useTranslation('common');
  const { faults } = useCameraState();
  const words = useFaultWords();
  const [howTo, setHowTo] = useState<MediaFault | null>(null);
  const fault = faults[0] ?? 'unknown-fault';
  const { what, todo } = words(fault);
  return (
    <>
      <Banner
        mood="warn"
        icon="camera-off"
        role="alert"
        title={what}
        action={<Button onClick={() => setHowTo(fault)}>{common('device.howTo')}</Button>}
      >
        {todo}
      </Banner>
      <HowToDialog fault={howTo} onClose={() => setHowTo(null)} />
    </>
  );
}
