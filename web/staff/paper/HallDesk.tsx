import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { roomPapers } from '#contract/answers';
import type { OutputOf } from '#contract/endpoint';
import { holds } from '#protocol/policies';
import { clockTime, countdown } from '../../i18n/times';
import { useLocalText } from '../../i18n/use-language';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { ButtonLink } from '../../ui/ButtonLink';
import { useServerClock, useServerNow } from '../../ui/server-clock';
import { useConsoleContext } from '../console/context';
import { stepOf } from '../console/row-state';
import { useStaffName } from '../parts/use-staff-name';
import { DispatchDialog } from './DispatchDialog';
import { HallActs } from './HallActs';
import { endsOf, type PaperRow } from './paper-row';
import styles from './paper.module.css';

interface HallDeskProps {
  readonly stepId: string;
  readonly paper: OutputOf<typeof roomPapers>;
  readonly rows: readonly PaperRow[];
}

/** When the paper opens, and by whom; the flow's own times show in the candidates' steps. */
function useOpening(stepId: string, rows: readonly PaperRow[]) {
  const { view } = useConsoleContext();
  const ordered = view.room.papers?.find(({ paper }) => paper === stepId);
  if (ordered) return { at: ordered.opensAt, by: ordered.by };
  const times = rows.flatMap(({ row }) => {
    const step = row.staff?.view.stepId === stepId ? stepOf(row, 'paper') : null;
    return step && step.phase !== 'waiting' ? [step.opensAt] : [];
  });
  return times.length > 0 ? { at: Math.min(...times), by: null } : null;
}

/** The paper of this room: what it is, since when it is out, and what concerns everybody who writes it. */
export function HallDesk({ stepId, paper, rows }: HallDeskProps) {
  const { t } = useTranslation('paperStaff');
  const text = useLocalText();
  const { me, view } = useConsoleContext();
  const opening = useOpening(stepId, rows);
  const now = useServerNow();
  const [asking, setAsking] = useState(false);
  const isOut = opening !== null && opening.at <= now;
  const mayOrder = holds(me.role, 'order the whole room');
  const reason = paper.papers.length === 0 ? t('dispatch.nothing') : null;
  return (
    <section className={styles.desk} aria-label={t('desk')}>
      <div className={styles.what}>
        <h2 className={styles.title}>
          {paper.papers[0] ? text(paper.papers[0]) : t('noPaper')}
          {paper.papers.length > 1 && (
            <span className={styles.dim}>{t('equivalent', { count: paper.papers.length })}</span>
          )}
        </h2>
        <p className={styles.dim}>
          {t(`mode.${paper.mode}`)}
          {paper.questions !== null && ` · ${t('questions', { count: paper.questions })}`}
        </p>
        <Opening opening={opening} now={now} />
        {isOut && <Ends rows={rows} />}
      </div>
      <div className={styles.acts}>
        {mayOrder && !isOut && view.room.phase === 'open' && (
          <Button
            kind={opening ? 'plain' : 'primary'}
            icon="send"
            aria-haspopup="dialog"
            disabledReason={reason}
            onClick={() => setAsking(true)}
          >
            {opening ? t('dispatch.move') : t('dispatch.button')}
          </Button>
        )}
        <HallActs stepId={stepId} mode={paper.mode} rows={rows} isOut={isOut} />
        {holds(me.role, 'read answers') && (
          <ButtonLink icon="book" href={`/staff/rooms/${view.room.roomId}/answers`}>
            {t('read')}
          </ButtonLink>
        )}
      </div>
      {paper.papers.length === 0 && (
        <Banner mood="warn" title={t('nothingTitle')}>
          {t('nothingNote')}
        </Banner>
      )}
      {asking && <DispatchDialog stepId={stepId} rows={rows} onClose={() => setAsking(false)} />}
    </section>
  );
}

/** When the time is up: one instant where all have the same clock, else from the first to the last. */
function Ends({ rows }: Pick<HallDeskProps, 'rows'>) {
  const { t } = useTranslation('paperStaff');
  const { zone } = useServerClock();
  const ends = endsOf(rows);
  if (!ends) return null;
  const [first, last] = [clockTime(ends.first, zone), clockTime(ends.last, zone)];
  return <p>{first === last ? t('ends.one', { time: first }) : t('ends.span', { first, last })}</p>;
}

function Opening({
  opening,
  now,
}: {
  readonly opening: { readonly at: number; readonly by: string | null } | null;
  readonly now: number;
}) {
  const { t } = useTranslation('paperStaff');
  const { zone } = useServerClock();
  const nameOf = useStaffName();
  if (!opening) return <p>{t('opening.none')}</p>;
  const time = clockTime(opening.at, zone);
  const by = opening.by ? t('opening.by', { name: nameOf(opening.by) }) : '';
  if (opening.at <= now) return <p>{`${t('opening.out', { time })}${by}`}</p>;
  return (
    <p>
      <strong>{t('opening.ahead', { time, left: countdown(opening.at - now) })}</strong>
      {by}
    </p>
  );
}
