import { useTranslation } from 'react-i18next';
import styles from './OpenInBrowserPicture.module.css';

interface OpenInBrowserPictureProps {
  readonly phone: 'iphone' | 'android';
}

/** The app's menu: three dots at the top right, then the entry that opens the browser. */
export function OpenInBrowserPicture({ phone }: OpenInBrowserPictureProps) {
  const { t } = useTranslation('candidate');
  return (
    <svg className={styles.picture} viewBox="0 0 320 190" role="img" aria-label={t('wayOut.picture')}>
      <rect className={styles.phone} x="8" y="6" width="132" height="178" rx="14" />
      <rect className={styles.bar} x="8" y="6" width="132" height="34" rx="14" />
      <circle className={styles.ring} cx="120" cy="23" r="14" />
      <path className={styles.dots} d="M113 23h.01M120 23h.01M127 23h.01" />
      <path className={styles.arrow} d="M146 95h26M163 86l10 9-10 9" />
      <rect className={styles.phone} x="182" y="6" width="132" height="178" rx="14" />
      <rect className={styles.menu} x="188" y="66" width="120" height="112" rx="10" />
      <rect
        className={styles.entry}
        x="194"
        y={phone === 'iphone' ? 74 : 126}
        width="108"
        height="44"
        rx="8"
      />
      <text
        className={styles.word}
        x="248"
        y={phone === 'iphone' ? 101 : 153}
        textAnchor="middle"
        lengthAdjust="spacingAndGlyphs"
      >
        {t(`wayOut.${phone}.entry`)}
      </text>
      <rect className={styles.line} x="202" y={phone === 'iphone' ? 132 : 84} width="92" height="8" rx="4" />
      <rect className={styles.line} x="202" y={phone === 'iphone' ? 154 : 104} width="70" height="8" rx="4" />
    </svg>
  );
}
