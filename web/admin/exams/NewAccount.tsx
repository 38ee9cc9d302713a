import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createStaff } from '#contract/office-staff';
import { staffRoles, type StaffRole } from '#protocol/policies';
import { useApi } from '../../api/ApiProvider';
import { useLocalText } from '../../i18n/use-language';
import { Card } from '../../ui/Card';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { ExamFormFoot } from './ExamFormFoot';
import type { Handed } from './PasscodeDialog';
import { useAct } from './use-act';
import styles from './exams.module.css';

const empty = { login: '', name: '', role: 'waiting-officer' as StaffRole };

/** One new account at a time; its passcode is handed over at once. */
export function NewAccount({ onMade }: { readonly onMade: (handed: Handed) => void }) {
  const { t } = useTranslation('examOffice');
  const text = useLocalText();
  const { call } = useApi();
  const [form, setForm] = useState(empty);
  const making = useAct();
  const said = (field: string) => {
    const found = making.faults.find((fault) => fault.field === field);
    return found && text(found.message);
  };
  const create = async (): Promise<void> => {
    const made = await making.act(() => call(createStaff, { body: form }));
    if (!made) return;
    setForm({ ...empty, role: form.role });
    onMade({ name: made.account.name, login: made.account.login, passcode: made.passcode });
  };
  return (
    <Card title={t('staff.add')} size="roomy">
      <div className={styles.three}>
        <TextField
          label={t('staff.name')}
          error={said('name')}
          value={form.name}
          autoComplete="off"
          onChange={({ target }) => setForm({ ...form, name: target.value })}
        />
        <TextField
          label={t('staff.login')}
          error={said('login')}
          value={form.login}
          autoComplete="off"
          autoCapitalize="none"
          onChange={({ target }) => setForm({ ...form, login: target.value })}
        />
        <RoleSelect value={form.role} onChange={(role) => setForm({ ...form, role })} />
      </div>
      <ExamFormFoot act={making} word={t('staff.create')} onPress={() => void create()} />
    </Card>
  );
}

interface RoleSelectProps {
  readonly value: StaffRole;
  readonly error?: string | undefined;
  readonly onChange: (role: StaffRole) => void;
}

export function RoleSelect({ value, error, onChange }: RoleSelectProps) {
  const { t } = useTranslation('examOffice');
  const { t: staff } = useTranslation('staff');
  return (
    <Select
      label={t('staff.role')}
      error={error}
      value={value}
      options={staffRoles.map((role) => ({ value: role, text: staff(`roles.${role}`) }))}
      onChange={({ target }) => onChange(staffRoles.find((role) => role === target.value) ?? value)}
    />
  );
}
