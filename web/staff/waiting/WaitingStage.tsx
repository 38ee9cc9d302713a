import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import type { ConsoleRow } from '#protocol/live.schema';
import { elapsed } from '../../i18n/times';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { NoNote } from '../../ui/NoNote';
import { PictureGrid } from '../../ui/PictureGrid';
import { useServerNow } from '../../ui/server-clock';
import { StageFrame } from '../../media/video/StageFrame';
import { useConsoleContext } from '../console/context';
import { groupOf } from '../console/row-state';
import { CandidatePicture } from '../parts/CandidatePicture';
import { MessagesDialog } from '../parts/MessagesDialog';
import { NotePill } from '../parts/NotePill';
import { OwnPicture } from '../parts/OwnPicture';
import type { StaffStage } from '../video/staff-stage';
import type { Talk } from './use-talk';
import styles from './WaitingStage.module.css';

interface WaitingStageProps {
  readonly row: ConsoleRow | null;
  readonly stage: StaffStage;
  readonly talk: Talk;
}

export function WaitingStage({ row, stage, talk }: WaitingStageProps) {
  const { t } = useTranslation('staff');
  if (!row) {
    return (
      <div className={styles.idle}>
        <h2>{t('stage.choose')}</h2>
        <p className={styles.hint}>{t('stage.chooseHint')}</p>
      </div>
    );
  }
  return talk.talking ? <Talking row={row} stage={stage} talk={talk} /> : <Quiet row={row} talk={talk} />;
}

/** Chosen, but nobody talks: what he is doing, and the way to him. */
function Quiet({ row, talk }: { readonly row: ConsoleRow; readonly talk: Talk }) {
  const { t } = useTranslation('staff');
  const { me } = useConsoleContext();
  const [writing, setWriting] = useState(false);
  const mayTalk = holds(me.role, 'talk with a candidate in the waiting area');
  const reachable = ['queue', 'preparing'].includes(groupOf(row));
  return (
    <div className={styles.idle}>
      <h2>{row.name}</h2>
      <NotePill row={row} />
      {talk.refused && <NoNote no={talk.refused.no} requestId={talk.refused.requestId} />}
      {mayTalk && reachable && (
        <>
          <p className={styles.hint}>{t('stage.notTalking', { name: row.name })}</p>
          <div className={styles.controls}>
            <Button kind="primary" icon="phone-call" busy={talk.busy} onClick={() => void talk.turn(true)}>
              {t('stage.startTalk')}
            </Button>
            <Button icon="chat" onClick={() => setWriting(true)}>
              {t('stage.message')}
            </Button>
          </div>
        </>
      )}
      {writing && <MessagesDialog row={row} onClose={() => setWriting(false)} />}
    </div>
  );
}

function Talking({
  row,
  stage,
  talk,
}: {
  readonly row: ConsoleRow;
  readonly stage: StaffStage;
  readonly talk: Talk;
}) {
  const { t } = useTranslation('staff');
  const now = useServerNow();
  const [writing, setWriting] = useState(false);
  const since =
    stage.joinedAt === null ? undefined : t('stage.call', { time: elapsed(now - stage.joinedAt) });
  return (
    <>
      {stage.ownTrouble === 'no-camera' && <Banner mood="warn">{t('stage.noCamera')}</Banner>}
      <div className={styles.pictures}>
        {stage.frame ? (
          <StageFrame stage={stage.frame} label={t('places.waiting')} />
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
        <Button icon="chat" onClick={() => setWriting(true)}>
          {t('stage.message')}
        </Button>
        <Button icon="x" busy={talk.busy} onClick={() => void talk.turn(false)}>
          {t('stage.endTalk')}
        </Button>
      </div>
      {writing && <MessagesDialog row={row} onClose={() => setWriting(false)} />}
    </>
  );
}
