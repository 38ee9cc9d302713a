import { useTranslation } from 'react-i18next';
import { clockSeconds } from '../../i18n/times';
import { useLocalText } from '../../i18n/use-language';
import { useServerClock } from '../../ui/server-clock';
import { useSitting } from '../sitting/sitting-context';
import { receivedKinds } from './received-kinds';
import styles from './receipt.module.css';

interface Item {
  readonly kind: string;
  readonly stepId: string | null;
  readonly at: number;
}

/** What was received, in its order; kinds that a page of this age does not know go by their step's name. */
export function ReceivedList({ items }: { readonly items: readonly Item[] }) {
  const { t } = useTranslation('candidate');
  const local = useLocalText();
  const { zone } = useServerClock();
  const { home } = useSitting();
  const nameOf = ({ kind, stepId }: Item): string | null => {
    const known = receivedKinds.find((each) => each === kind);
    if (known) return t(`over.items.${known}`);
    const step = home.flow.steps.find(({ id }) => id === stepId);
    return step ? local(step.title) : null;
  };
  const named = items.map((item) => ({ ...item, name: nameOf(item) })).filter(({ name }) => name !== null);
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
