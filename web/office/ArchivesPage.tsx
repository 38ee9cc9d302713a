import { useTranslation } from 'react-i18next';
import { takeExamArchive } from '#contract/archive';
import { holds } from '#protocol/policies';
import type { StaffMe } from '../api/use-me';
import { clockSeconds, clockTime, day } from '../i18n/times';
import { useLanguage, useLocalText } from '../i18n/use-language';
import { ButtonLink } from '../ui/ButtonLink';
import { Card } from '../ui/Card';
import { NoNote } from '../ui/NoNote';
import { useServerClock } from '../ui/server-clock';
import { Waiting } from '../ui/Waiting';
import { OfficeFrame } from './OfficeFrame';
import { useArchives, type ArchivedExam } from './use-archives';
import styles from './archives.module.css';

interface ArchivesPageProps {
  readonly me: StaffMe;
  readonly onLeave: () => void;
}

/** An exam taken away whole, and how anybody finds out that it is still what was taken. */
export function ArchivesPage({ me, onLeave }: ArchivesPageProps) {
  const { t } = useTranslation('archive');
  const { exams, failed } = useArchives();
  return (
    <OfficeFrame
      me={me}
      title={t('title')}
      links={
        holds(me.role, 'configure exams') && (
          <ButtonLink kind="ink" size="small" icon="flow" href="/admin/exams">
            {t('exams')}
          </ButtonLink>
        )
      }
      onLeave={onLeave}
    >
      <div className={styles.column}>
        <p>{t('lead')}</p>
        <p>
          {t('check')} <code className={styles.command}>npm run verify -- FILE</code>
        </p>
        {failed && <NoNote no={failed.no} requestId={failed.requestId} />}
        {!exams && !failed && <Waiting>{t('loading')}</Waiting>}
        {exams?.length === 0 && <p>{t('none')}</p>}
        {exams?.map((exam) => (
          <ExamCard key={exam.id} exam={exam} />
        ))}
      </div>
    </OfficeFrame>
  );
}

function ExamCard({ exam }: { readonly exam: ArchivedExam }) {
  const { t } = useTranslation('archive');
  const text = useLocalText();
  const language = useLanguage();
  const { zone } = useServerClock();
  const { code, begun, ended, closesAt } = exam;
  const title = text(exam.title);
  const address = takeExamArchive.path.replace(':examId', exam.id);
  return (
    <Card title={title} aside={<span className={styles.code}>{code}</span>} label={title}>
      <p className={styles.dim}>
        {t('closes', { time: `${day(closesAt, language, zone)} ${clockTime(closesAt, zone)}` })}
        {' · '}
        {t('progress', { begun, ended })}
      </p>
      {begun > ended && <p>{t('early')}</p>}
      {begun === 0 ? (
        <p>{t('nothing')}</p>
      ) : (
        <div className={styles.take}>
          <ButtonLink href={address} download={`${code}.examhall.txt`} icon="doc">
            {t('take')}
          </ButtonLink>
        </div>
      )}
      {begun > 0 && <Taken exam={exam} />}
    </Card>
  );
}

function Taken({ exam }: { readonly exam: ArchivedExam }) {
  const { t } = useTranslation('archive');
  const language = useLanguage();
  const { zone } = useServerClock();
  const time = (at: number): string => `${day(at, language, zone)} ${clockSeconds(at, zone)}`;
  if (exam.archives.length === 0) return <p className={styles.dim}>{t('notTaken')}</p>;
  return (
    <ul className={styles.taken} aria-label={t('taken')}>
      {exam.archives.map(({ at, byName: name, of, lines, head }) => (
        <li key={`${at} ${head}`}>
          <span>{t('by', { time: time(at), name })}</span>
          <span className={styles.dim}>
            {of !== exam.id && `${t('oneSitting')} · `}
            {t('lines', { count: lines })}
          </span>
          <span className={styles.head}>
            {t('head')} <code>{head}</code>
          </span>
        </li>
      ))}
    </ul>
  );
}
