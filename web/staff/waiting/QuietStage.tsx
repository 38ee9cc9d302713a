import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import type { ConsoleRow } from '#protocol/live.schema';
import { Button } from '../../ui/Button';
import { useConsoleContext } from '../console/context';
import { groupOf } from '../console/row-state';
import { MessageButton } from '../parts/MessageButton';
import { NotePill } from '../parts/NotePill';
import { NextButton } from './IdleStage';
import { reachOf } from './reach';
import type { Call } from './use-call';
import styles from './WaitingStage.module.css';
import { StaffNote } from '../parts/StaffNote';

interface QuietStageProps {
  readonly row: ConsoleRow;
  readonly call: Call;
  readonly onChoose: (sittingId: string) => void;
  readonly ref: Ref<HTMLHeadingElement>;
}

/** Chosen, but nobody talks: what he is doing, and the way to him. */
export function QuietStage({ row, call, onChoose, ref }: QuietStageProps) {
  const { t } = useTranslation('staff');
  const { me } = useConsoleContext();
  const reach = reachOf(row, me.staffId);
  const mayTalk = holds(me.role, 'talk with a candidate in the waiting area');
  const mayWrite = holds(me.role, 'write messages') && groupOf(row) !== 'over';
  const gone = ['inside', 'over'].includes(groupOf(row));
  return (
    <div className={styles.idle}>
      <h2 ref={ref} tabIndex={-1}>
        {row.name} <span className={styles.ticket}>{row.ticket}</span>
      </h2>
      <NotePill row={row} />
      {call.refused && <StaffNote refused={call.refused} />}
      <p className={styles.hint}>{t(`stage.reach.${reach}`, { name: row.talkingWith?.name ?? '' })}</p>
      <div className={styles.controls}>
        {mayTalk && reach === 'free' && (
          <Button
            kind="primary"
            icon="phone-call"
            busy={call.busy}
            onClick={() => void call.begin(row.sittingId)}
          >
            {t('stage.startTalk')}
          </Button>
        )}
        {mayWrite && <MessageButton row={row} />}
        {gone && <NextButton onChoose={onChoose} />}
      </div>
    </div>
  );
}
