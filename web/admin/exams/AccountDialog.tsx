import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeStaff, resetPasscode, type StaffAccount } from '#contract/office-staff';
import { useApi } from '../../api/ApiProvider';
import { useLocalText } from '../../i18n/use-language';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { NoNote } from '../../ui/NoNote';
import { TextField } from '../../ui/TextField';
import { RoleSelect } from './NewAccount';
import type { Handed } from './PasscodeDialog';
import { useAct } from './use-act';
import styles from './exams.module.css';

/** What is about to be done to an account. */
export interface Asked {
  readonly kind: 'change' | 'reset' | 'switch';
  readonly account: StaffAccount;
}

interface AccountDialogProps extends Asked {
  readonly onHand: (handed: Handed) => void;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** Asks before an account changes, and says what that means for who is signed in with it. */
export function AccountDialog({ kind, account, onHand, onChanged, onClose }: AccountDialogProps) {
  const { t } = useTranslation('examOffice');
  const text = useLocalText();
  const { call } = useApi();
  const [name, setName] = useState(account.name);
  const [role, setRole] = useState(account.role);
  const acting = useAct();
  const params = { staffId: account.id };
  const isOff = account.disabledAt !== null;
  const said = (field: string) => {
    const found = acting.faults.find((fault) => fault.field === field);
    return found && text(found.message);
  };
  const change = async (disabled: boolean): Promise<void> => {
    const body = { name, role, disabled };
    if (await acting.act(() => call(changeStaff, { params, body }))) onChanged();
  };
  const reset = async (): Promise<void> => {
    const fresh = await acting.act(() => call(resetPasscode, { params, body: {} }));
    if (fresh) onHand({ name: account.name, login: account.login, passcode: fresh.passcode });
  };
  const words = {
    change: { title: t('staff.changeTitle', account), act: () => change(isOff), button: t('staff.save') },
    reset: { title: t('staff.resetAsk', account), act: reset, button: t('staff.reset') },
    switch: {
      title: isOff ? `${t('staff.on')} “${account.name}”` : t('staff.offAsk', account),
      act: () => change(!isOff),
      button: t(isOff ? 'staff.on' : 'staff.off'),
    },
  }[kind];
  return (
    <Dialog
      open
      title={words.title}
      onClose={onClose}
      actions={
        <Button kind="primary" busy={acting.busy} onClick={() => void words.act()}>
          {words.button}
        </Button>
      }
    >
      <div className={styles.stack}>
        {kind === 'change' && (
          <>
            <TextField
              label={t('staff.name')}
              error={said('name')}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
            <RoleSelect value={role} error={said('role')} onChange={setRole} />
            <p className={styles.dim}>{t('staff.roleNote')}</p>
          </>
        )}
        {kind === 'reset' && <p>{t('staff.resetNote')}</p>}
        {kind === 'switch' && !isOff && <p>{t('staff.offNote')}</p>}
        {kind === 'switch' && said('role') && <Banner mood="bad">{said('role')}</Banner>}
        {acting.failed && <NoNote no={acting.failed.no} requestId={acting.failed.requestId} />}
      </div>
    </Dialog>
  );
}
