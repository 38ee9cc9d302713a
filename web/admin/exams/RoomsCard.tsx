import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setRooms, type ExamDetails } from '#contract/office-exams';
import { listStaff, type StaffAccount } from '#contract/office-staff';
import { useApi } from '../../api/ApiProvider';
import { useLocalText } from '../../i18n/use-language';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Check } from '../../ui/Check';
import { TextField } from '../../ui/TextField';
import { ExamFormFoot } from './ExamFormFoot';
import { useAct } from './use-act';
import { useRead } from './use-read';
import styles from './exams.module.css';

interface RoomsCardProps {
  readonly exam: ExamDetails;
  readonly onChanged: (exam: ExamDetails) => void;
}

interface Draft {
  readonly id: string | null;
  readonly name: { readonly zh: string; readonly en: string };
  readonly staffIds: readonly string[];
  readonly candidates: number;
}

const draftsOf = ({ rooms }: ExamDetails): Draft[] =>
  rooms.map(({ id, name, staff, candidates }) => ({
    ...{ id, name, candidates },
    staffIds: staff.map((member) => member.id),
  }));

/** The rooms of an exam, and who works in each. */
export function RoomsCard({ exam, onChanged }: RoomsCardProps) {
  const { t } = useTranslation('examOffice');
  const text = useLocalText();
  const { call } = useApi();
  const ask = useCallback(() => call(listStaff), [call]);
  const accounts = useRead(ask).value?.accounts ?? [];
  const [drafts, setDrafts] = useState(() => draftsOf(exam));
  const [saved, setSaved] = useState(false);
  const saving = useAct();
  const write = (next: Draft[]): void => {
    setSaved(false);
    setDrafts(next);
  };
  const change = (at: number, what: Partial<Draft>): void =>
    write(drafts.map((draft, index) => (index === at ? { ...draft, ...what } : draft)));
  const add = (): void => {
    const count = drafts.length + 1;
    const name = { zh: t('rooms.newZh', { count }), en: t('rooms.newEn', { count }) };
    write([...drafts, { id: null, name, staffIds: [], candidates: 0 }]);
  };
  const said = (field: string) => {
    const found = saving.faults.find((fault) => fault.field === field);
    return found && text(found.message);
  };
  const save = async (): Promise<void> => {
    const rooms = drafts.map(({ id, name, staffIds }) => ({ id, name, staffIds: [...staffIds] }));
    const done = await saving.act(() => call(setRooms, { params: { examId: exam.id }, body: { rooms } }));
    if (!done) return;
    setDrafts(draftsOf(done));
    setSaved(true);
    onChanged(done);
  };
  const ours = accounts.filter(({ disabledAt, examId, role }) => {
    const isOfExam = examId === null || examId === exam.id;
    return disabledAt === null && isOfExam && role !== 'admin';
  });
  const whole = said('rooms');
  return (
    <Card title={t('rooms.title')} size="roomy">
      {drafts.length === 0 && <p className={styles.dim}>{t('rooms.none')}</p>}
      {drafts.map((draft, at) => (
        <RoomFields
          key={draft.id ?? `new-${at}`}
          draft={draft}
          accounts={ours}
          said={(field) => said(`rooms.${at}.${field}`)}
          onChange={(what) => change(at, what)}
          onRemove={() => write(drafts.filter((_, index) => index !== at))}
        />
      ))}
      <p>
        <Button icon="plus" onClick={add}>
          {t('rooms.add')}
        </Button>
      </p>
      {whole && <Banner mood="bad">{whole}</Banner>}
      <ExamFormFoot
        act={saving}
        word={t('rooms.save')}
        done={saved ? t('rooms.saved') : null}
        onPress={() => void save()}
      />
    </Card>
  );
}

interface RoomFieldsProps {
  readonly draft: Draft;
  readonly accounts: readonly StaffAccount[];
  readonly said: (field: string) => string | undefined;
  readonly onChange: (what: Partial<Draft>) => void;
  readonly onRemove: () => void;
}

function RoomFields({ draft, accounts, said, onChange, onRemove }: RoomFieldsProps) {
  const { t } = useTranslation('examOffice');
  const { t: staff } = useTranslation('staff');
  const text = useLocalText();
  const { name, staffIds, candidates } = draft;
  const toggle = (id: string, on: boolean): void =>
    onChange({ staffIds: on ? [...staffIds, id] : staffIds.filter((each) => each !== id) });
  return (
    <section className={styles.room}>
      <div className={styles.pair}>
        <TextField
          label={t('rooms.nameZh')}
          error={said('name.zh')}
          value={name.zh}
          onChange={({ target }) => onChange({ name: { ...name, zh: target.value } })}
        />
        <TextField
          label={t('rooms.nameEn')}
          error={said('name.en')}
          value={name.en}
          onChange={({ target }) => onChange({ name: { ...name, en: target.value } })}
        />
      </div>
      <fieldset className={styles.members}>
        <legend>{t('rooms.staff', { room: text(name) })}</legend>
        {accounts.length === 0 && <p className={styles.dim}>{t('rooms.nobody')}</p>}
        {accounts.map(({ id, name: who, role, login }) => (
          <Check
            key={id}
            checked={staffIds.includes(id)}
            note={`${staff(`roles.${role}`)} · ${login}`}
            onChange={({ target }) => toggle(id, target.checked)}
          >
            {who}
          </Check>
        ))}
        {said('staffIds') && <Banner mood="bad">{said('staffIds')}</Banner>}
      </fieldset>
      <p className={styles.row}>
        <span className={styles.dim}>{t('rooms.candidates', { count: candidates })}</span>
        {candidates === 0 && (
          <Button kind="quiet" size="small" icon="trash" onClick={onRemove}>
            {t('rooms.remove')}
          </Button>
        )}
      </p>
    </section>
  );
}
