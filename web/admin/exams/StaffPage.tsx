import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listStaff, type StaffAccount } from '#contract/office-staff';
import { useApi } from '../../api/ApiProvider';
import { useLocalText } from '../../i18n/use-language';
import { OfficeFrame } from '../../office/OfficeFrame';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { NoNote } from '../../ui/NoNote';
import { Pill } from '../../ui/Pill';
import { Waiting } from '../../ui/Waiting';
import { AccountDialog, type Asked } from './AccountDialog';
import { NewAccount } from './NewAccount';
import type { OfficePageProps } from './OfficePages';
import { OfficeNav } from './OfficeNav';
import { PasscodeDialog, type Handed } from './PasscodeDialog';
import { useRead } from './use-read';
import styles from './exams.module.css';

/** Accounts of staff: new ones, their roles, fresh passcodes, and switching them off. */
export function StaffPage({ me, onLeave }: OfficePageProps) {
  const { t } = useTranslation('examOffice');
  const { call } = useApi();
  const { value, failed, again } = useRead(useCallback(() => call(listStaff), [call]));
  const [asked, setAsked] = useState<Asked | null>(null);
  const [handed, setHanded] = useState<Handed | null>(null);
  const hand = (next: Handed): void => {
    setAsked(null);
    setHanded(next);
    void again();
  };
  return (
    <OfficeFrame me={me} title={t('staff.title')} onLeave={onLeave}>
      <OfficeNav here="staff" />
      {failed && <NoNote no={failed.no} requestId={failed.requestId} />}
      {!value && !failed && <Waiting>{t('loading')}</Waiting>}
      <NewAccount onMade={hand} />
      {value && (
        <Card title={t('staff.list')} size="roomy">
          <ul className={styles.accounts}>
            {value.accounts.map((account) => (
              <Account key={account.id} account={account} isMe={account.id === me.staffId} onAsk={setAsked} />
            ))}
          </ul>
        </Card>
      )}
      {asked && (
        <AccountDialog
          {...asked}
          onHand={hand}
          onClose={() => setAsked(null)}
          onChanged={() => {
            setAsked(null);
            void again();
          }}
        />
      )}
      {handed && <PasscodeDialog {...handed} onClose={() => setHanded(null)} />}
    </OfficeFrame>
  );
}

interface AccountProps {
  readonly account: StaffAccount;
  readonly isMe: boolean;
  readonly onAsk: (asked: Asked) => void;
}

function Account({ account, isMe, onAsk }: AccountProps) {
  const { t } = useTranslation('examOffice');
  const { t: staff } = useTranslation('staff');
  const text = useLocalText();
  const { name, login, role, rooms, disabledAt } = account;
  const where = rooms.map((room) => `${text(room.name)} (${room.examCode})`).join(t('or'));
  return (
    <li className={styles.account}>
      <div>
        <p>
          <strong>{name}</strong> <span className={styles.dim}>{login}</span>{' '}
          {disabledAt !== null && (
            <Pill icon="lock" mood="warn">
              {t('staff.isOff')}
            </Pill>
          )}
        </p>
        <p className={styles.dim}>
          {staff(`roles.${role}`)}
          {isMe ? ` · ${t('staff.you')}` : role !== 'admin' && ` · ${where || t('staff.noRoom')}`}
        </p>
      </div>
      <div className={styles.row}>
        <Button size="small" kind="quiet" icon="edit" onClick={() => onAsk({ kind: 'change', account })}>
          {t('staff.change')}
        </Button>
        <Button size="small" kind="quiet" icon="key" onClick={() => onAsk({ kind: 'reset', account })}>
          {t('staff.reset')}
        </Button>
        {!isMe && (
          <Button size="small" kind="quiet" icon="lock" onClick={() => onAsk({ kind: 'switch', account })}>
            {t(disabledAt === null ? 'staff.off' : 'staff.on')}
          </Button>
        )}
      </div>
    </li>
  );
}
