import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { elapsed } from '../../i18n/times';
import { StageFrame } from '../../media/video/StageFrame';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Hidden } from '../../ui/Hidden';
import { PictureGrid } from '../../ui/PictureGrid';
import { useServerNow } from '../../ui/server-clock';
import { CandidatePicture } from '../parts/CandidatePicture';
import { MessageButton } from '../parts/MessageButton';
import { OwnPicture } from '../parts/OwnPicture';
import { StageTrouble } from '../parts/StageTrouble';
import type { StaffStage } from '../video/staff-stage';
import type { Call } from './use-call';
import styles from './WaitingStage.module.css';
import { StaffNote } from '../parts/StaffNote';

interface TalkingStageProps {
  /** Whom the talk is with. */
  readonly row: ConsoleRow;
  /** Whom the panel is about; it may be another. */
  readonly chosen: ConsoleRow | null;
  readonly stage: StaffStage;
  readonly call: Call;
  readonly onChoose: (sittingId: string) => void;
  readonly ref: Ref<HTMLHeadingElement>;
}

/** The candidate large, his second camera and the own picture small, and what one does in a talk. */
export function TalkingStage({ row, chosen, stage, call, onChoose, ref }: TalkingStageProps) {
  const { t } = useTranslation('staff');
  const now = useServerNow();
  const since =
    stage.joinedAt === null ? undefined : t('stage.call', { time: elapsed(now - stage.joinedAt) });
  const other = chosen && chosen.sittingId !== row.sittingId ? chosen : null;
  return (
    <>
      <h2 ref={ref} tabIndex={-1} className={styles.unseen}>
        <Hidden>{t('stage.talkingWith', { name: row.name })}</Hidden>
      </h2>
      <StageTrouble stage={stage} />
      {call.refused && <StaffNote refused={call.refused} />}
      {other && (
        <Banner
          mood="warn"
          title={t('stage.talkingWith', { name: row.name })}
          action={
            <Button size="small" icon="undo" onClick={() => onChoose(row.sittingId)}>
              {t('stage.backTo', { name: row.name })}
            </Button>
          }
        >
          {t('stage.panelIsOf', { name: other.name })}
        </Banner>
      )}
      <div className={styles.pictures}>
        {stage.frame ? (
          <StageFrame stage={stage.frame} label={t('stage.title')} />
        ) : (
          <PictureGrid
            lead={<CandidatePicture row={row} stage={stage} position={1} note={since} />}
            others={[
              <CandidatePicture key="second" row={row} stage={stage} position={2} />,
              <OwnPicture key="own" stage={stage} />,
            ]}
          />
        )}
      </div>
      <div className={styles.controls}>
        <Button icon={stage.microphone ? 'mic' : 'mic-off'} onClick={stage.toggleMicrophone}>
          {stage.microphone ? t('stage.micOn') : t('stage.micOff')}
        </Button>
        <Button
          icon={stage.toSecond ? 'sound' : 'sound-off'}
          aria-pressed={stage.toSecond}
          onClick={stage.toggleSecond}
        >
          {stage.toSecond ? t('stage.secondOn') : t('stage.secondOff')}
        </Button>
        <MessageButton row={row} />
        <Button icon="x" busy={call.busy} onClick={() => void call.end()}>
          {t('stage.endTalk')}
        </Button>
      </div>
    </>
  );
}
