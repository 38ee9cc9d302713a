import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffMe } from '../api/use-me';
import { clockTime, day } from '../i18n/times';
import { useLanguage, useLocalText } from '../i18n/use-language';
import { Button } from '../ui/Button';
import { ButtonLink } from '../ui/ButtonLink';
import { NoNote } from '../ui/NoNote';
import { Segmented } from '../ui/Segmented';
import { Select } from '../ui/Select';
import { TextField } from '../ui/TextField';
import { useServerClock } from '../ui/server-clock';
import { Waiting } from '../ui/Waiting';
import { LineTable } from './LineTable';
import { countOf, filters, linesShown, type Filter } from './lines';
import { OfficeFrame } from './OfficeFrame';
import { useExport } from './use-export';
import { useRehearsals } from './use-rehearsals';
import styles from './office.module.css';

interface RehearsalsPageProps {
  readonly me: StaffMe;
  readonly onLeave: () => void;
}

/** Who will not get through his exam, and why: while there is still time to telephone. */
export function RehearsalsPage({ me, onLeave }: RehearsalsPageProps) {
  const { t } = useTranslation('rehearsal');
  const text = useLocalText();
  const language = useLanguage();
  const { zone } = useServerClock();
  const { exams, examId, choose, rehearsals, failed } = useRehearsals();
  const [filter, setFilter] = useState<Filter>('all');
  const [typed, setTyped] = useState('');
  const save = useExport();
  const all = rehearsals?.lines ?? [];
  const shown = linesShown(all, filter, typed);
  return (
    <OfficeFrame me={me} title={t('office.title')} onLeave={onLeave}>
      {failed && <NoNote no={failed.no} requestId={failed.requestId} />}
      <div className={styles.tools}>
        {exams && exams.length > 1 && (
          <Select
            label={t('office.exam')}
            value={examId ?? ''}
            options={exams.map((exam) => ({ value: exam.id, text: `${text(exam.title)} ${exam.code}` }))}
            onChange={({ target }) => choose(target.value)}
          />
        )}
        <TextField
          label={t('office.search')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <span className={styles.gap} />
        {me.role === 'admin' && (
          <ButtonLink href="/admin" kind="quiet" icon="flow">
            {t('office.admin')}
          </ButtonLink>
        )}
        {rehearsals && (
          <Button icon="doc" onClick={() => save(shown)}>
            {t('office.export')}
          </Button>
        )}
      </div>
      {rehearsals && (
        <>
          <div className={styles.head}>
            <h2>{text(rehearsals.examTitle)}</h2>
            <p className={styles.dim}>
              {t('office.opens', {
                time: `${day(rehearsals.opensAt, language, zone)} ${clockTime(rehearsals.opensAt, zone)}`,
              })}
            </p>
          </div>
          <p role="status">
            {t('office.summary', {
              passed: countOf(all, 'passed'),
              trouble: countOf(all, 'trouble'),
              none: countOf(all, 'none'),
            })}
          </p>
          <Segmented
            label={t('office.filterLabel')}
            value={filter}
            options={filters.map((value) => ({
              value,
              text: t(`office.filter.${value}`, { count: countOf(all, value) }),
            }))}
            onChange={setFilter}
          />
          {shown.length === 0 ? (
            <p className={styles.dim}>{t('office.noLines')}</p>
          ) : (
            <LineTable lines={shown} />
          )}
        </>
      )}
      {!rehearsals &&
        !failed &&
        (exams?.length === 0 ? <p>{t('office.noExams')}</p> : <Waiting>{t('office.loading')}</Waiting>)}
    </OfficeFrame>
  );
}
