import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeExam, readExam, type ExamDetails } from '#contract/office-exams';
import { useApi } from '../../api/ApiProvider';
import { useLocalText } from '../../i18n/use-language';
import { OfficeFrame } from '../../office/OfficeFrame';
import { Card } from '../../ui/Card';
import { NoNote } from '../../ui/NoNote';
import { Waiting } from '../../ui/Waiting';
import { Checklist } from './Checklist';
import { DayCard } from './DayCard';
import { ExamFields } from './ExamFields';
import { ExamFormFoot } from './ExamFormFoot';
import { HistoryCard } from './HistoryCard';
import type { OfficePageProps } from './OfficePages';
import { OfficeNav } from './OfficeNav';
import { PhotosCard } from './PhotosCard';
import { RoomsCard } from './RoomsCard';
import { RosterCard } from './RosterCard';
import { sections, type Section } from './sections';
import { useAct } from './use-act';
import { useRead } from './use-read';
import styles from './exams.module.css';

/** One exam: what it is, who is in it, and what keeps it from opening. */
export function ExamPage({ me, onLeave, examId }: OfficePageProps & { readonly examId: string }) {
  const { t } = useTranslation('examOffice');
  const text = useLocalText();
  const { call } = useApi();
  const [section, setSection] = useState<Section>('form');
  // The form begins anew when the exam was moved beside it, or it would move it back.
  const [round, setRound] = useState(0);
  const ask = useCallback(() => call(readExam, { params: { examId } }), [call, examId]);
  const { value: exam, failed, again, put } = useRead(ask);
  return (
    <OfficeFrame me={me} title={exam ? text(exam.form.title) : t('list.title')} onLeave={onLeave}>
      <OfficeNav here="exams" />
      {failed && <NoNote no={failed.no} requestId={failed.requestId} />}
      {!exam && !failed && <Waiting>{t('loading')}</Waiting>}
      {exam && (
        <div className={styles.columns}>
          <div className={styles.aside}>
            <Checklist
              exam={exam}
              onChanged={(changed) => {
                put(changed);
                setRound(round + 1);
              }}
              onGo={setSection}
            />
          </div>
          <div className={styles.column}>
            <nav className={styles.tabs} aria-label={t('sections.label')}>
              {sections.map((each) => (
                <button
                  key={each}
                  type="button"
                  aria-current={each === section ? 'true' : undefined}
                  onClick={() => setSection(each)}
                >
                  {t(`sections.${each}`)}
                </button>
              ))}
            </nav>
            {section === 'form' && <FormCard key={round} exam={exam} onChanged={put} />}
            {section === 'rooms' && <RoomsCard exam={exam} onChanged={put} />}
            {section === 'roster' && (
              <>
                <RosterCard exam={exam} onImported={again} />
                <PhotosCard examId={exam.id} onDone={again} />
              </>
            )}
            {section === 'day' && <DayCard exam={exam} onIssued={again} />}
            {section === 'history' && <HistoryCard examId={exam.id} zone={exam.form.timeZone} />}
          </div>
        </div>
      )}
    </OfficeFrame>
  );
}

interface FormCardProps {
  readonly exam: ExamDetails;
  readonly onChanged: (exam: ExamDetails) => void;
}

function FormCard({ exam, onChanged }: FormCardProps) {
  const { t } = useTranslation('examOffice');
  const { call } = useApi();
  const [form, setForm] = useState(exam.form);
  const [saved, setSaved] = useState(false);
  const saving = useAct();
  const save = async (): Promise<void> => {
    const done = await saving.act(() => call(changeExam, { params: { examId: exam.id }, body: form }));
    setSaved(done !== null);
    if (done) onChanged(done);
  };
  return (
    <Card title={t('sections.form')} size="roomy">
      <ExamFields
        form={form}
        faults={saving.faults}
        onChange={(next) => {
          setSaved(false);
          setForm(next);
        }}
      />
      <ExamFormFoot
        act={saving}
        word={t('form.save')}
        done={saved ? t('form.saved') : null}
        onPress={() => void save()}
      />
    </Card>
  );
}
