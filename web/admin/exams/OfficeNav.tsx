import { useTranslation } from 'react-i18next';
import styles from './exams.module.css';

const pages = [
  ['exams', '/admin/exams'],
  ['staff', '/admin/staff'],
  ['flows', '/admin'],
  ['papers', '/admin/papers'],
  ['rehearsals', '/admin/rehearsals'],
  ['archives', '/admin/archives'],
] as const;

/** Where else the office works. */
export function OfficeNav({ here }: { readonly here: 'exams' | 'staff' }) {
  const { t } = useTranslation('examOffice');
  return (
    <nav className={styles.nav} aria-label={t('nav.label')}>
      {pages.map(([name, href]) => (
        <a key={name} href={href} aria-current={name === here ? 'page' : undefined}>
          {t(`nav.${name}`)}
        </a>
      ))}
    </nav>
  );
}
