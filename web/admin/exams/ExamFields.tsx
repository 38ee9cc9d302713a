import { useTranslation } from 'react-i18next';
import type { ExamForm } from '#contract/office-exams';
import type { FormFault } from '#contract/office-staff';
import { useLocalText } from '../../i18n/use-language';
import { Select } from '../../ui/Select';
import { TextArea } from '../../ui/TextArea';
import { TextField } from '../../ui/TextField';
import { useFlows, versionsOf } from '../use-flows';
import { DateFields } from './DateFields';
import styles from './exams.module.css';

interface ExamFieldsProps {
  readonly form: ExamForm;
  readonly faults: readonly FormFault[];
  readonly onChange: (form: ExamForm) => void;
}

type PairName = 'title' | 'institution' | 'notices' | 'backupText';

/** Everything that an exam says of itself. */
export function ExamFields({ form, faults, onChange }: ExamFieldsProps) {
  const { t } = useTranslation('examOffice');
  const text = useLocalText();
  const { list } = useFlows();
  const said = (field: string) => {
    const found = faults.find((fault) => fault.field === field);
    return found && text(found.message);
  };
  const write = (change: Partial<ExamForm>): void => onChange({ ...form, ...change });
  const pair = (name: PairName, long: boolean) => (
    <div className={styles.pair}>
      {(['zh', 'en'] as const).map((language) => {
        const props = {
          label: `${t(`form.${name}`)} · ${t(`form.${language}`)}`,
          value: form[name][language],
          error: said(`${name}.${language}`),
          hint: name === 'notices' ? t('form.noticesHint') : undefined,
          lang: language,
        };
        const set = (value: string): void => write({ [name]: { ...form[name], [language]: value } });
        return long ? (
          <TextArea key={language} {...props} rows={3} onChange={({ target }) => set(target.value)} />
        ) : (
          <TextField key={language} {...props} onChange={({ target }) => set(target.value)} />
        );
      })}
    </div>
  );
  const versions = list ? versionsOf(list) : [];
  return (
    <>
      <div className={styles.pair}>
        <TextField
          label={t('form.code')}
          hint={t('form.codeHint')}
          error={said('code')}
          value={form.code}
          autoCapitalize="characters"
          autoComplete="off"
          onChange={({ target }) => write({ code: target.value })}
        />
        <TextField
          label={t('form.phone')}
          error={said('phone')}
          value={form.phone}
          inputMode="tel"
          onChange={({ target }) => write({ phone: target.value })}
        />
      </div>
      {pair('title', false)}
      {pair('institution', false)}
      <DateFields form={form} said={said} onChange={write} />
      <div className={styles.pair}>
        <Select
          label={t('form.flow')}
          error={said('flowVersionId')}
          value={form.flowVersionId ?? ''}
          options={[
            { value: '', text: t('form.noFlow') },
            ...versions.map(({ id, name, number }) => ({
              value: id,
              text: t('form.version', { name: text(name), number }),
            })),
          ]}
          onChange={({ target }) => write({ flowVersionId: target.value || null })}
        />
        <Select
          label={t('form.video')}
          error={said('videoProvider')}
          value={form.videoProvider}
          options={(['direct', 'jitsi'] as const).map((value) => ({ value, text: t(`form.${value}`) }))}
          onChange={({ target }) => write({ videoProvider: target.value === 'jitsi' ? 'jitsi' : 'direct' })}
        />
      </div>
      {pair('notices', true)}
      {pair('backupText', true)}
      <div className={styles.pair}>
        <TextField
          label={t('form.retentionDays')}
          hint={t('form.retentionHint')}
          error={said('retentionDays')}
          inputMode="numeric"
          value={String(form.retentionDays)}
          onChange={({ target }) =>
            write({ retentionDays: Number(target.value.replace(/\D/g, '').slice(0, 5)) })
          }
        />
      </div>
    </>
  );
}
