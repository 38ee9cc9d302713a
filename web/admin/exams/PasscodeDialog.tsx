import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Facts } from '../../ui/Facts';
import styles from './exams.module.css';

/** A passcode on its way to its owner. */
export interface Handed {
  readonly name: string;
  readonly login: string;
  readonly passcode: string;
}

/** Shown once: only its own button closes it, so that nobody loses it by a click beside. */
export function PasscodeDialog({
  name,
  login,
  passcode,
  onClose,
}: Handed & { readonly onClose: () => void }) {
  const { t } = useTranslation('examOffice');
  return (
    <Dialog
      open
      title={t('staff.passcodeTitle', { name })}
      lead={t('staff.passcodeNote')}
      actions={
        <Button kind="primary" onClick={onClose}>
          {t('staff.passcodeDone')}
        </Button>
      }
    >
      <Facts
        facts={[
          { label: t('staff.login'), value: login },
          {
            label: t('slips.passcode'),
            value: (
              <strong className={styles.passcode} data-passcode={passcode}>
                {passcode}
              </strong>
            ),
          },
        ]}
      />
    </Dialog>
  );
}
