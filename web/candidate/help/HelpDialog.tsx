import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { ButtonLink } from '../../ui/ButtonLink';
import { Dialog } from '../../ui/Dialog';
import { Facts } from '../../ui/Facts';
import { useHelp } from './help-context';
import { telephone } from './telephone';
import { usePageFacts } from './use-page-facts';
import styles from './HelpDialog.module.css';

interface HelpDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Whom to call, and what to read out: the page's own report of this device. */
export function HelpDialog({ open, onClose }: HelpDialogProps) {
  const { t } = useTranslation('candidate');
  const { phone, facts, report } = useHelp();
  const [kept, setKept] = useState<'no' | 'busy' | 'yes' | 'failed'>('no');
  const pageFacts = usePageFacts();
  const keep = async (): Promise<void> => {
    if (!report) return;
    setKept('busy');
    setKept((await report()) ? 'yes' : 'failed');
  };
  return (
    <Dialog open={open} onClose={onClose} title={t('help.title')}>
      <div className={styles.help}>
        {phone ? (
          <div className={styles.call}>
            <p>{t('help.call')}</p>
            <ButtonLink kind="primary" size="big" wide icon="phone-call" href={telephone(phone)}>
              {phone}
            </ButtonLink>
          </div>
        ) : (
          <p>{t('help.callTicket')}</p>
        )}
        <section className={styles.report} aria-label={t('help.reportTitle')}>
          <h3>{t('help.reportTitle')}</h3>
          <p className={styles.note}>{t('help.reportNote')}</p>
          <Facts facts={[...facts, ...pageFacts]} />
          {report && kept !== 'yes' && (
            <Button icon="upload" busy={kept === 'busy'} onClick={() => void keep()}>
              {t('help.keep')}
            </Button>
          )}
          <div role="status">
            {kept === 'yes' && <Banner mood="ok">{t('help.kept')}</Banner>}
            {kept === 'failed' && <Banner mood="warn">{t('help.notKept')}</Banner>}
          </div>
        </section>
      </div>
    </Dialog>
  );
}
