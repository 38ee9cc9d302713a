import { useTranslation } from 'react-i18next';
import styles from './AddressBarPicture.module.css';

interface AddressBarPictureProps {
  readonly browser: 'safari-phone' | 'android' | 'safari-mac' | 'firefox' | 'desktop';
}

/** Where the mark to press is, left in the address bar; on a Mac the menu's name is what helps. */
export function AddressBarPicture({ browser }: AddressBarPictureProps) {
  const { t } = useTranslation('candidate');
  const phone = browser === 'safari-phone' || browser === 'android';
  const sign = browser === 'safari-phone' ? 'aA' : null;
  return (
    <svg
      className={styles.picture}
      viewBox={phone ? '0 0 240 64' : '0 0 360 64'}
      role="img"
      aria-label={t('howTo.picture')}
    >
      <rect className={styles.bar} x="1" y="9" width={phone ? 238 : 358} height="46" rx="23" />
      <circle className={styles.mark} cx="32" cy="32" r="17" />
      {sign ? (
        <text className={styles.sign} x="32" y="38" textAnchor="middle">
          {sign}
        </text>
      ) : (
        <path className={styles.glyph} d="M24 28h8M36 28h4M24 36h4M32 36h8M34 25v6M30 33v6" />
      )}
      <text className={styles.address} x="62" y="38">
        {window.location.host}
      </text>
    </svg>
  );
}
