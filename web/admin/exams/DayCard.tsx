import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayList, issueSlips, type DayLine } from '#contract/office-roster';
import type { ExamDetails } from '#contract/office-exams';
import { useApi } from '../../api/ApiProvider';
import { useLocalText } from '../../i18n/use-language';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Dialog } from '../../ui/Dialog';
import { NoNote } from '../../ui/NoNote';
import { Select } from '../../ui/Select';
import { Waiting } from '../../ui/Waiting';
import { DayTable } from './DayTable';
import { Slips, type Slip } from './Slips';
import { useAct } from './use-act';
import { useRead } from './use-read';
import styles from './exams.module.css';

/** As many as the server makes within its patience. */
const TOGETHER = 20;
const PATIENCE_MS = 30_000;

interface DayCardProps {
  readonly exam: ExamDetails;
  readonly onIssued: () => Promise<void>;
}

/** A room's list for the day, and its login slips. */
export function DayCard({ exam, onIssued }: DayCardProps) {
  const { t } = useTranslation('examOffice');
  const text = useLocalText();
  const { rooms } = exam;
  const [chosen, setChosen] = useState(rooms[0]?.id ?? null);
  if (chosen === null) return <Card title={t('sections.day')}>{t('day.noRooms')}</Card>;
  return (
    <Card title={t('sections.day')} size="roomy">
      <div className={styles.noPrint}>
        <Select
          label={t('day.room')}
          value={chosen}
          options={rooms.map(({ id, name }) => ({ value: id, text: text(name) }))}
          onChange={({ target }) => setChosen(target.value)}
        />
      </div>
      <RoomDay key={chosen} exam={exam} roomId={chosen} onIssued={onIssued} />
    </Card>
  );
}

function RoomDay({ exam, roomId, onIssued }: DayCardProps & { readonly roomId: string }) {
  const { t } = useTranslation('examOffice');
  const text = useLocalText();
  const { call } = useApi();
  const ask = useCallback(() => call(dayList, { params: { roomId } }), [call, roomId]);
  const { value, failed, again } = useRead(ask);
  const [askingAll, setAskingAll] = useState(false);
  const [slips, setSlips] = useState<readonly Slip[]>([]);
  const making = useAct();
  const lines = value?.lines ?? [];
  const fresh = lines.filter(({ passcodeIssuedAt }) => passcodeIssuedAt === null);
  const [wanted, setWanted] = useState(0);
  const make = async (of: readonly DayLine[]): Promise<void> => {
    setAskingAll(false);
    setWanted(of.length);
    const made: Slip[] = [];
    for (let from = 0; from < of.length; from += TOGETHER) {
      const sittingIds = of.slice(from, from + TOGETHER).map(({ sittingId }) => sittingId);
      const send = () =>
        call(issueSlips, { params: { roomId }, body: { sittingIds } }, { timeoutMs: PATIENCE_MS });
      const some = await making.act(send);
      // What was made is shown whatever comes after: those passcodes count already.
      if (!some) break;
      made.push(...some.slips);
      setSlips([...made]);
    }
    setWanted(0);
  };
  const back = async (): Promise<void> => {
    setSlips([]);
    await Promise.all([again(), onIssued()]);
  };
  if (wanted > 0) return <Waiting>{t('day.making', { done: slips.length, total: wanted })}</Waiting>;
  const no = making.failed ?? failed;
  if (slips.length > 0 && value) {
    return (
      <>
        {no && <NoNote no={no.no} requestId={no.requestId} />}
        <Slips slips={slips} exam={exam} room={value.room} onBack={() => void back()} />
      </>
    );
  }
  return (
    <>
      {no && <NoNote no={no.no} requestId={no.requestId} />}
      {!value && !no && <Waiting>{t('loading')}</Waiting>}
      {value && lines.length === 0 && <p className={styles.dim}>{t('day.none')}</p>}
      {value && lines.length > 0 && (
        <>
          <div className={`${styles.row} ${styles.noPrint}`}>
            {fresh.length > 0 && (
              <Button kind="primary" icon="key" onClick={() => void make(fresh)}>
                {t('day.slipsNew', { count: fresh.length })}
              </Button>
            )}
            {fresh.length < lines.length && (
              <Button icon="retake" onClick={() => setAskingAll(true)}>
                {t('day.slipsAll', { count: lines.length })}
              </Button>
            )}
            <Button icon="print" onClick={() => window.print()}>
              {t('day.print')}
            </Button>
          </div>
          <h3 className={styles.printTitle}>
            {text(exam.form.title)} · {text(value.room)}
          </h3>
          <DayTable lines={lines} zone={exam.form.timeZone} />
          <p className={`${styles.dim} ${styles.noPrint}`}>{t('day.logged')}</p>
        </>
      )}
      {askingAll && (
        <Dialog
          open
          title={t('day.askAll')}
          onClose={() => setAskingAll(false)}
          actions={
            <Button kind="primary" onClick={() => void make(lines)}>
              {t('day.slipsAll', { count: lines.length })}
            </Button>
          }
        >
          <p>{t('day.askAllNote', { count: lines.length })}</p>
        </Dialog>
      )}
    </>
  );
}
