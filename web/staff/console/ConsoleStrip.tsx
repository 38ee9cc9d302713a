import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { FailoverNote } from '../video/FailoverNote';
import { useConsoleContext } from './context';
import styles from './Console.module.css';
import { StaffNote } from '../parts/StaffNote';

/** What must be known now: a broken connection, and why the last order was not carried out. */
export function ConsoleStrip() {
  const { t } = useTranslation('staff');
  const { t: common } = useTranslation('common');
  const { view, orders } = useConsoleContext();
  return (
    <>
      {!view.connected && (
        <Banner mood="warn" shape="strip" icon="wifi-off" role="status">
          {t('reconnecting')}
        </Banner>
      )}
      <FailoverNote />
      {orders.refused && (
        <div className={styles.refusal}>
          <StaffNote
            refused={orders.refused}
            action={
              <Button size="small" onClick={orders.dismiss}>
                {common('actions.close')}
              </Button>
            }
          />
        </div>
      )}
    </>
  );
}
