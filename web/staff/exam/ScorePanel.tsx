import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import type { ConsoleRow } from '#protocol/live.schema';
import { clockSeconds } from '../../i18n/times';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { ButtonLink } from '../../ui/ButtonLink';
import { Dialog } from '../../ui/Dialog';
import { NoNote } from '../../ui/NoNote';
import { Icon } from '../../ui/Icon';
import { useServerClock } from '../../ui/server-clock';
import { TextArea } from '../../ui/TextArea';
import { Waiting } from '../../ui/Waiting';
import { useConsoleContext } from '../console/context';
import { CorrectSheet } from './CorrectSheet';
import { Recuse } from './Recuse';
import { checkScores } from './score-state';
import { ScoreLines } from './ScoreLines';
import { ScoresOfOthers } from './ScoresOfOthers';
import { useScore, type Score } from './use-score';
import styles from './ScorePanel.module.css';

/** The examiner's sheet for the candidate inside, and for the last one until the next comes in. */
export function ScorePanel({ row }: { readonly row: ConsoleRow | null }) {
  const { t } = useTranslation('staff');
  const { me, view } = useConsoleContext();
  if (!holds(me.role, 'score a candidate')) return <ScoresOfOthers row={row} />;
  return (
    <>
      {row ? <Sheet key={row.sittingId} row={row} /> : <NobodyYet />}
      {holds(me.role, 'sign results') && (
        <ButtonLink kind="quiet" icon="list" href={`/staff/rooms/${view.room.roomId}/results`}>
          {t('score.results')}
        </ButtonLink>
      )}
    </>
  );
}

function NobodyYet() {
  const { t } = useTranslation('staff');
  return (
    <>
      <h2>{t('score.title')}</h2>
      <p className={styles.who}>{t('score.choose')}</p>
    </>
  );
}

function Sheet({ row }: { readonly row: ConsoleRow }) {
  const { t } = useTranslation('staff');
  const { t: common } = useTranslation('common');
  const score = useScore(row.sittingId);
  if (score.refused && !score.sheet)
    return <NoNote no={score.refused.no} requestId={score.refused.requestId} />;
  if (!score.sheet) return <Waiting>{common('busy')}</Waiting>;
  if (score.sheet.criteria.length === 0) return <p className={styles.who}>{t('score.none')}</p>;
  const check = checkScores(score.sheet.criteria, score.typed);
  return (
    <>
      <div className={styles.head}>
        <h2>{t('score.title')}</h2>
        <SaveState score={score} />
      </div>
      <p className={styles.who}>{t('score.for', { name: row.name, ticket: row.ticket })}</p>
      <ScoreLines score={score} criteria={score.sheet.criteria} wrong={check.wrong} />
      <p className={styles.total}>
        <span>{t('score.total')}</span>
        <span>
          <span className={styles.sum}>{check.total}</span>{' '}
          <span className={styles.max}>{t('score.of', { max: check.outOf })}</span>
        </span>
      </p>
      <TextArea
        label={t('score.note')}
        rows={5}
        maxLength={4000}
        readOnly={score.sheet.sealedAt !== null}
        value={score.note}
        onChange={(event) => score.setNote(event.target.value)}
      />
      <Foot row={row} score={score} missing={check.missing.length + check.wrong.length} total={check.total} />
    </>
  );
}

function SaveState({ score }: { readonly score: Score }) {
  const { t } = useTranslation('staff');
  const { zone } = useServerClock();
  const { savedAt = null, sealedAt = null } = score.sheet ?? {};
  if (sealedAt !== null)
    return (
      <span className={styles.saved}>
        <Icon name="lock" />
        {t('score.sealed', { time: clockSeconds(sealedAt, zone) })}
      </span>
    );
  if (score.state === 'saving') return <Waiting>{t('score.saving')}</Waiting>;
  if (score.state === 'unsaved')
    return (
      <span className={styles.saved} data-state="unsaved">
        {t('score.unsaved')}
      </span>
    );
  if (savedAt === null) return null;
  return (
    <span className={styles.saved}>
      <Icon name="check" />
      {t('score.saved', { time: clockSeconds(savedAt, zone) })}
    </span>
  );
}

interface FootProps {
  readonly row: ConsoleRow;
  readonly score: Score;
  readonly missing: number;
  readonly total: number;
}

function Foot({ row, score, missing, total }: FootProps) {
  const { t } = useTranslation('staff');
  const { t: common } = useTranslation('common');
  const [asking, setAsking] = useState(false);
  const [sealing, setSealing] = useState(false);
  if (!score.sheet) return null;
  const { sittingId, name } = row;
  const { sealedAt, criteria } = score.sheet;
  if (sealedAt !== null)
    return <CorrectSheet sittingId={sittingId} name={name} criteria={criteria} sealed={score.typed} />;
  const seal = async (): Promise<void> => {
    setSealing(true);
    await score.seal();
    setSealing(false);
    setAsking(false);
  };
  return (
    <div className={styles.foot}>
      {score.refused && <NoNote no={score.refused.no} requestId={score.refused.requestId} />}
      {missing > 0 && <Banner mood="warn">{t('score.missing', { count: missing })}</Banner>}
      <Button
        kind="primary"
        wide
        disabledReason={missing > 0 ? t('score.sealMissing', { count: missing }) : null}
        onClick={() => setAsking(true)}
      >
        {t('score.seal')}
      </Button>
      <Recuse sittingId={sittingId} name={name} />
      <Dialog
        open={asking}
        title={t('score.sealTitle', { name })}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{common('actions.cancel')}</Button>
            <Button kind="primary" busy={sealing} onClick={() => void seal()}>
              {t('score.seal')}
            </Button>
          </>
        }
      >
        <p>{t('score.sealNote', { total })}</p>
      </Dialog>
    </div>
  );
}
