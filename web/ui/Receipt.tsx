import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clockSeconds, isoDay } from '../i18n/times';
import { Button } from './Button';
import { Facts, type Fact } from './Facts';
import { Seal } from './Seal';
import { useServerClock } from './server-clock';
import styles from './Receipt.module.css';

interface ReceiptProps {
  readonly institution: ReactNode;
  readonly exam: ReactNode;
  /** Who, which room, and what was received when. */
  readonly facts: readonly Fact[];
  readonly number: string;
  readonly issuedAt: number;
  readonly children?: ReactNode;
}

/** What the hall gives out at the end: what was received, and when. Prints on one page without the rest. */
export function Receipt({ institution, exam, facts, number, issuedAt, children }: ReceiptProps) {
  const { t } = useTranslation('common');
  const { zone } = useServerClock();
  return (
    <article className={styles.receipt} data-theme="hall">
      <header className={styles.head}>
        <p className={styles.institution}>{institution}</p>
        <h2 className={styles.exam}>{exam}</h2>
        <p className={styles.title}>{t('receipt.title')}</p>
      </header>
      <Facts facts={facts} />
      {children}
      <footer className={styles.foot}>
        <div className={styles.stamped}>
          <Facts
            facts={[
              { label: t('receipt.number'), value: number },
              {
                label: t('receipt.issued'),
                value: `${isoDay(issuedAt, zone)} ${clockSeconds(issuedAt, zone)}`,
              },
            ]}
          />
          <Seal text={t('receipt.seal')} />
        </div>
        <p>{t('receipt.keep')}</p>
      </footer>
      <div className={styles.print}>
        <Button icon="print" onClick={() => window.print()}>
          {t('actions.print')}
        </Button>
      </div>
    </article>
  );
}
