import { useTranslation } from 'react-i18next';
import styles from './Brand.module.css';

interface BrandProps {
  /** Stands in place of the product's name, for example the room's. */
  readonly name?: string;
}

/** A cloud resting on a desk, and the name. */
export function Brand({ name }: BrandProps) {
  const { t } = useTranslation('common');
  return (
    <span className={styles.brand}>
      <svg viewBox="0 0 32 32" className={styles.mark} aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="7" />
        <path d="M8 17.5a4 4 0 0 1 1.5-7.7 6.5 6.5 0 0 1 12.3-.6A4.3 4.3 0 0 1 24 17.5M6.5 21.5h19M10.5 21.5v4M21.5 21.5v4" />
      </svg>
      <span>{name ?? t('brand')}</span>
    </span>
  );
}
