import { useTranslation } from 'react-i18next';
import { clockSeconds } from '../../i18n/times';
import { useServerClock } from '../../ui/server-clock';
import { receivedKinds } from './received-kinds';
import styles from './receipt.module.css';

interface Item {
  readonly kind: string;
  readonly stepId: string | null;
  readonly at: number;
}

/** What was received of the candidate, in its order; the rest of the record is not for him to file. */
export function ReceivedList({ items }: { readonly items: readonly Item[] }) {
  const { t } = useTranslation('candidate');
  const { zone } = useServerClock();
  const named = items.flatMap(({ kind, at }) => {
    const known = receivedKinds.find((each) => each === kind);
    return known ? [{ kind, at, name: t(`over.items.${known}`) }] : [];
  });
  if (named.length === 0) return null;
  return (
    <section className={styles.received} aria-label={t('over.received')}>
      <h3>{t('over.received')}</h3>
      <ol>
        {named.map(({ name, at, kind }, index) => (
          <li key={`${kind}-${index}`}>
            <span>{name}</span>
            <time dateTime={new Date(at).toISOString()}>{clockSeconds(at, zone)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}
