import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/IconButton';
import { TimeDialog } from './TimeDialog';

/** Beside the clock: how it came to stand where it stands. */
export function TimeButton() {
  const { t } = useTranslation('time');
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton icon="list" label={t('open')} aria-haspopup="dialog" onClick={() => setOpen(true)} />
      <TimeDialog open={open} onClose={() => setOpen(false)} />
    </>
  );
}
