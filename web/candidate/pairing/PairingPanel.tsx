import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Hidden } from '../../ui/Hidden';
import { QrCode } from '../../ui/QrCode';
import { Waiting } from '../../ui/Waiting';
import { NoNote } from '../../ui/NoNote';
import { groupedCode, typedAddress } from './short-code';
import { usePairingOffer } from './use-pairing-offer';
import styles from './PairingPanel.module.css';

/** The code to scan, and the address with six figures for phones that do not scan. */
export function PairingPanel() {
  const { t } = useTranslation('candidate');
  const { t: common } = useTranslation('common');
  const { offer, refused, renew } = usePairingOffer();
  if (refused) {
    return (
      <NoNote
        no={refused.no}
        requestId={refused.requestId}
        action={<Button onClick={renew}>{common('actions.retry')}</Button>}
      />
    );
  }
  if (!offer) return <Waiting>{t('pairing.making')}</Waiting>;
  return (
    <div className={styles.panel} role="group" aria-label={t('pairing.connect')} tabIndex={0}>
      <div className={styles.code}>
        <QrCode text={offer.url} />
      </div>
      <div className={styles.words}>
        <p className={styles.lead}>{t('pairing.scan')}</p>
        <p className={styles.or}>{t('pairing.orType')}</p>
        <p className={styles.address}>{typedAddress(offer.url)}</p>
        <p className={styles.figures}>
          <span aria-hidden="true">{groupedCode(offer.shortCode)}</span>
          <Hidden>{t('pairing.spokenCode', { code: [...offer.shortCode].join(' ') })}</Hidden>
        </p>
        <p className={styles.note}>{t('pairing.renewed')}</p>
      </div>
    </div>
  );
}
