import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { HelpDialog } from './HelpDialog';

/** On every page from signing in on. `worded` where the bar has room for the word. */
export function HelpButton({ worded = false }: { readonly worded?: boolean }) {
  const { t } = useTranslation('common');
  const [open, setOpen] = useState(false);
  return (
    <>
      {worded ? (
        <Button kind="quiet" icon="help" onClick={() => setOpen(true)}>
          {t('actions.help')}
        </Button>
      ) : (
        <IconButton icon="help" label={t('actions.help')} onClick={() => setOpen(true)} />
      )}
      <HelpDialog open={open} onClose={() => setOpen(false)} />
    </>
  );
}
