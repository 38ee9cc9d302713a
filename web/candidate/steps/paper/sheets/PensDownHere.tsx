import { useTranslation } from 'react-i18next';
import { useServerNow } from '../../../../ui/server-clock';
import { PensDown } from './PensDown';
import type { PhotographedView } from './phases';
import styles from './sheets.module.css';

/** On the phone that films while its owner writes: from here it becomes the camera of his sheets. */
export function PensDownHere({ view }: { readonly view: PhotographedView }) {
  const { t } = useTranslation('sheets');
  const now = useServerNow();
  if (view.phase !== 'open' || view.opensAt > now) return null;
  return (
    <div className={styles.penHere}>
      <p>{t('pensDown.phone')}</p>
      <PensDown wide />
    </div>
  );
}
