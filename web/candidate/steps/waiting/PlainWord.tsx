import { useTranslation } from 'react-i18next';
import type { Surroundings } from '#protocol/live.schema';
import { Icon } from '../../../ui/Icon';
import type { IconName } from '../../../ui/icon-paths';
import styles from './waiting.module.css';

type State = Exclude<Surroundings['officer']['state'], 'with-you'>;

const icons = { 'with-another': 'users', there: 'user', nobody: 'clock' } as const satisfies Record<
  State,
  IconName
>;

/** In the place of the officer's picture: where he is, and that nothing is amiss. */
export function PlainWord({ state, name }: { readonly state: State; readonly name: string | null }) {
  const { t } = useTranslation('candidate');
  return (
    <div className={styles.word} role="status">
      <span className={styles.wordIcon}>
        <Icon name={icons[state]} />
      </span>
      <p className={styles.wordTitle}>
        {t(`waiting.where.${state}`, { name: name ?? t('waiting.anOfficer') })}
      </p>
      <p className={styles.wordNote}>{t(`waiting.whereNote.${state}`)}</p>
    </div>
  );
}
