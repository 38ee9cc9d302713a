import { useTranslation } from 'react-i18next';
import styles from './SkipLink.module.css';

interface SkipLinkProps {
  /** The id of the main part; the layouts use `main`. */
  readonly to?: string;
}

/** First stop of the Tab key: past the bar, to what the page is about. */
export function SkipLink({ to = 'main' }: SkipLinkProps) {
  const { t } = useTranslation('common');
  return (
    <a className={styles.link} href={`#${to}`}>
      {t('actions.skipToContent')}
    </a>
  );
}
