import { useTranslation } from 'react-i18next';
import { Card } from '../ui/Card';
import { Facts } from '../ui/Facts';
import { useLocalText } from '../i18n/use-language';
import { Pill } from '../ui/Pill';
import { mostPoints, sheetOf, type Collected } from './sheets';
import styles from './secretary.module.css';

interface SheetListProps {
  readonly collected: Collected;
  readonly sittingId: string | null;
}

/** Who of the panel has handed in for this candidate; points only of sealed sheets. */
export function SheetList({ collected, sittingId }: SheetListProps) {
  const { t } = useTranslation('secretary');
  const text = useLocalText();
  return (
    <Card title={t('sheets')}>
      <p className={styles.dim}>{t('sheetsNote')}</p>
      <ul className={styles.sheets}>
        {collected.scorers.map(({ staffId, name }) => {
          const sheet = sittingId === null ? null : sheetOf(collected, sittingId, staffId);
          return (
            <li key={staffId} className={styles.sheet}>
              <strong>{name}</strong>
              {!sheet && <Pill icon="minus">{t('none')}</Pill>}
              {sheet?.state === 'open' && <Pill icon="edit">{t('open')}</Pill>}
              {sheet?.state === 'sealed' && (
                <>
                  <Pill icon="lock" mood="ok">
                    {t('sealed', { total: sheet.total, max: mostPoints(collected) })}
                  </Pill>
                  <Facts
                    facts={collected.criteria.map(({ id, title, max }) => ({
                      label: text(title),
                      value: `${sheet.values[id] ?? 0} / ${max}`,
                    }))}
                  />
                  {sheet.note && <p className={styles.words}>{sheet.note}</p>}
                </>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
