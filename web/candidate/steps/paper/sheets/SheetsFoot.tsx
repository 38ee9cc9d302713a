import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../../../ui/Banner';
import { Button } from '../../../../ui/Button';
import { Dialog } from '../../../../ui/Dialog';
import { NoNote } from '../../../../ui/NoNote';
import { Waiting } from '../../../../ui/Waiting';
import type { PhotographedView } from './phases';
import { usePaperCommand, type Sheets } from './use-sheets';
import styles from './sheets.module.css';

interface SheetsFootProps extends Sheets {
  readonly view: PhotographedView;
}

/** The one next action: confirm what stands there, and once it is complete, finish. */
export function SheetsFoot(props: SheetsFootProps) {
  const { t } = useTranslation('sheets');
  const { view, kept } = props;
  if (view.phase === 'collecting') return <Waiting>{t('collecting')}</Waiting>;
  if (kept.sealing) return <Waiting>{t('seal.sending')}</Waiting>;
  const isComplete = view.sealed !== null && view.counted?.setId === view.sealed.setId;
  if (view.phase === 'photographing' && !kept.sealed) return <Seal {...props} />;
  if (isComplete) return <HandIn />;
  return view.sealed && <Waiting>{t('overNote')}</Waiting>;
}

/** Why nothing can be confirmed; null where it can. */
function useHindrance({ kept: { sheets } }: Pick<Sheets, 'kept'>): string | null {
  const { t } = useTranslation('sheets');
  if (sheets.length === 0) return t('seal.none');
  return sheets.some(({ upload }) => upload.at === 'refused') ? t('seal.refused') : null;
}

function Seal({ keeper, kept, view }: SheetsFootProps) {
  const { t } = useTranslation('sheets');
  const [asking, setAsking] = useState(false);
  const hindrance = useHindrance({ kept });
  const { sheets } = kept;
  const count = sheets.length;
  const doubtful = sheets.flatMap(({ look }, at) =>
    look === 'dark' || look === 'blurred' ? [t('nth', { number: at + 1 })] : [],
  );
  const isUp = sheets.every(({ upload }) => upload.at === 'ready');
  const close = (): void => setAsking(false);
  const confirm = (): void => {
    close();
    void keeper.seal();
  };
  return (
    <div className={styles.foot}>
      <Button kind="primary" wide disabledReason={hindrance} onClick={() => setAsking(true)}>
        {t(view.sealed ? 'seal.again' : 'seal.button', { count })}
      </Button>
      {!hindrance && <p className={styles.note}>{t('seal.note')}</p>}
      <Dialog
        open={asking && hindrance === null}
        title={t('seal.title', { count })}
        lead={t('seal.lead')}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{t('seal.back')}</Button>
            <Button kind="primary" data-first onClick={confirm}>
              {t('seal.now')}
            </Button>
          </>
        }
      >
        {doubtful.length > 0 && (
          <Banner mood="warn" title={t('seal.sharpness')}>
            {doubtful.join(' · ')}
          </Banner>
        )}
        {!isUp && <p>{t('seal.later')}</p>}
        <p>{t('seal.note')}</p>
      </Dialog>
    </div>
  );
}

function HandIn() {
  const { t } = useTranslation('sheets');
  const [asking, setAsking] = useState(false);
  const { ask, busy, refused } = usePaperCommand();
  const close = (): void => setAsking(false);
  const finish = async (): Promise<void> => {
    await ask('paper.hand-in');
    close();
  };
  return (
    <div className={styles.foot}>
      {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
      <Button wide icon="check" onClick={() => setAsking(true)}>
        {t('handIn.button')}
      </Button>
      <p className={styles.note}>{t('seal.note')}</p>
      <Dialog
        open={asking}
        title={t('handIn.title')}
        onClose={close}
        actions={
          <>
            <Button data-first onClick={close}>
              {t('handIn.back')}
            </Button>
            <Button kind="primary" busy={busy} onClick={() => void finish()}>
              {t('handIn.now')}
            </Button>
          </>
        }
      >
        <p>{t('handIn.note')}</p>
      </Dialog>
    </div>
  );
}
