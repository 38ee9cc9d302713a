import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import { Button } from '../../ui/Button';
import { ClockDialog, type ClockPage } from '../clock/ClockDialog';
import { useConsoleContext } from '../console/context';
import { owedTo } from '../console/row-state';
import { MessageButton } from '../parts/MessageButton';
import { ReasonDialog } from '../parts/ReasonDialog';
import { ReopenAct } from '../waiting/ReopenAct';
import { photographs, writes, type PaperRow } from './paper-row';
import styles from './paper.module.css';

interface PersonActsProps {
  readonly stepId: string;
  readonly mode: 'online' | 'photographed';
  readonly person: PaperRow;
  readonly onRecord: () => void;
}

/** What can be done for one candidate: time, a word, a pause, his paper. */
export function PersonActs({ stepId, mode, person, onRecord }: PersonActsProps) {
  const { t } = useTranslation('paperStaff');
  const { t: staff } = useTranslation('staff');
  const { me, orders } = useConsoleContext();
  const [clockPage, setClockPage] = useState<ClockPage | null>(null);
  const [asked, setAsked] = useState<'pause' | 'collect' | null>(null);
  const { row, place } = person;
  const { sittingId } = row;
  const clock = row.staff?.view.clock ?? null;
  const mayCollect = holds(me.role, 'end a sitting') && [...writes, ...photographs].includes(place);
  const isOver = row.staff?.view.phase === 'over';
  const mayPause = holds(me.role, 'pause a clock') && clock !== null && !isOver;
  const close = (): void => {
    orders.dismiss();
    setAsked(null);
  };
  const give = async (reason: string): Promise<void> => {
    if (asked && (await orders.toSitting(sittingId, { kind: asked, reason }))) setAsked(null);
  };
  return (
    <div className={styles.personActs}>
      {holds(me.role, 'dispatch a question') && place === 'waiting' && (
        <Button
          icon="send"
          busy={orders.busy === 'dispatch'}
          onClick={() => void orders.toSitting(sittingId, { kind: 'dispatch', question: stepId })}
        >
          {t('dispatch.one')}
        </Button>
      )}
      {holds(me.role, 'give time') && clock && !isOver && (
        <>
          <Button icon="plus" aria-haspopup="dialog" onClick={() => setClockPage('extend')}>
            {staff('exam.extend')}
          </Button>
          {owedTo(row).length > 0 && (
            <Button icon="clock" aria-haspopup="dialog" onClick={() => setClockPage('credit')}>
              {staff('clock.openPage.credit')}
            </Button>
          )}
        </>
      )}
      {mayPause &&
        (clock.pausedSince ? (
          <Button
            icon="play"
            busy={orders.busy === 'resume'}
            onClick={() => void orders.toSitting(sittingId, { kind: 'resume' })}
          >
            {staff('exam.resume')}
          </Button>
        ) : (
          <Button icon="pause" aria-haspopup="dialog" onClick={() => setAsked('pause')}>
            {staff('exam.pause')}
          </Button>
        ))}
      {holds(me.role, 'write messages') && <MessageButton row={row} />}
      {clock && (
        <Button icon="list" aria-haspopup="dialog" onClick={() => setClockPage('ledger')}>
          {staff('clock.open')}
        </Button>
      )}
      <Button icon="list" aria-haspopup="dialog" onClick={onRecord}>
        {staff('record.open')}
      </Button>
      {isOver && holds(me.role, 'reopen a sitting') && <ReopenAct row={row} />}
      {mayCollect && (
        <Button kind="danger" icon="doc" aria-haspopup="dialog" onClick={() => setAsked('collect')}>
          {t('collect.one')}
        </Button>
      )}
      {clockPage && <ClockDialog row={row} page={clockPage} onClose={() => setClockPage(null)} />}
      {asked && (
        <ReasonDialog
          title={asked === 'pause' ? staff('exam.pause') : t('collect.oneTitle', { name: row.name })}
          note={
            asked === 'pause'
              ? t('pauseNote')
              : t(photographs.includes(place) ? 'collect.oneArrived' : `collect.one_${mode}`)
          }
          confirm={asked === 'pause' ? staff('exam.pause') : t('collect.oneConfirm')}
          grave={asked === 'collect'}
          busy={orders.busy === asked}
          onConfirm={(reason) => void give(reason)}
          onClose={close}
        />
      )}
    </div>
  );
}
