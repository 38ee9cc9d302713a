import { useTranslation } from 'react-i18next';
import styles from './PlacePicture.module.css';

/** Seen from above: desk, computer, candidate, and the phone behind at the side, looking over the shoulder. */
export function PlacePicture() {
  const { t } = useTranslation('candidate');
  return (
    <figure className={styles.place}>
      <svg viewBox="0 0 200 140" aria-hidden="true">
        <rect className={styles.desk} x="40" y="12" width="104" height="44" rx="3" />
        <rect className={styles.screen} x="66" y="18" width="52" height="7" rx="2" />
        <rect className={styles.paper} x="72" y="33" width="18" height="15" />
        <ellipse className={styles.body} cx="92" cy="80" rx="26" ry="13" />
        <circle className={styles.head} cx="92" cy="77" r="10" />
        <path className={styles.view} d="M163 122 58 92 104 14z" />
        <rect
          className={styles.phone}
          x="156"
          y="114"
          width="18"
          height="10"
          rx="2"
          transform="rotate(-48 165 119)"
        />
      </svg>
      <figcaption>
        <strong>{t('pairing.placeTitle')}</strong>
        <span>{t('pairing.placeNote')}</span>
      </figcaption>
    </figure>
  );
}
