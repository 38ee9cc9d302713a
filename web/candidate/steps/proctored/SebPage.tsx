import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#contract/endpoint';
import { offerSeb } from '#contract/proctored';
import { useApi } from '../../../api/ApiProvider';
import { insist } from '../../../api/insist';
import { Button } from '../../../ui/Button';
import { ButtonLink } from '../../../ui/ButtonLink';
import { Card } from '../../../ui/Card';
import styles from './proctored.module.css';

/** How to get Safe Exam Browser, and the button that starts it with this exam's configuration. */
export function SebPage({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation('proctored');
  const { call } = useApi();
  const [offer, setOffer] = useState<OutputOf<typeof offerSeb> | null>(null);
  useEffect(() => {
    const given = new AbortController();
    void insist(() => call(offerSeb), { signal: given.signal }).then((result) => {
      if (result?.ok && !given.signal.aborted) setOffer(result.value);
    });
    return () => given.abort();
  }, [call]);
  return (
    <Card>
      <div className={styles.stack}>
        <h2 className={styles.head}>{t('seb.title')}</h2>
        <ol className={styles.steps}>
          <li>{t('seb.get')}</li>
          <li>{t('seb.start')}</li>
          <li>{t('seb.signIn')}</li>
        </ol>
        {offer && (
          <>
            <ButtonLink kind="primary" icon="external" wide href={offer.start}>
              {t('seb.startButton')}
            </ButtonLink>
            <ButtonLink icon="doc" wide href={offer.download}>
              {t('seb.download')}
            </ButtonLink>
          </>
        )}
        <p className={styles.dim}>{t('seb.systems')}</p>
        <Button kind="quiet" icon="retake" onClick={onAgain}>
          {t('seb.again')}
        </Button>
      </div>
    </Card>
  );
}
