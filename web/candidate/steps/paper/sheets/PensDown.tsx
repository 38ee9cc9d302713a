import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../ui/Button';
import { Dialog } from '../../../../ui/Dialog';
import { NoNote } from '../../../../ui/NoNote';
import { usePaperCommand } from './use-sheets';

/** Ends the writing before its time, for good: asked twice. */
export function PensDown({ wide = false }: { readonly wide?: boolean }) {
  const { t } = useTranslation('sheets');
  const [asking, setAsking] = useState(false);
  const { ask, busy, refused } = usePaperCommand();
  const close = (): void => setAsking(false);
  const putDown = async (): Promise<void> => {
    if (await ask('paper.pens-down')) close();
  };
  return (
    <>
      <Button icon="photo" wide={wide} onClick={() => setAsking(true)}>
        {t('pensDown.button')}
      </Button>
      <Dialog
        open={asking}
        title={t('pensDown.title')}
        lead={t('pensDown.lead')}
        onClose={close}
        actions={
          <>
            <Button data-first onClick={close}>
              {t('pensDown.back')}
            </Button>
            <Button kind="primary" busy={busy} onClick={() => void putDown()}>
              {t('pensDown.now')}
            </Button>
          </>
        }
      >
        <p>{t('pensDown.note')}</p>
        {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
      </Dialog>
    </>
  );
}
