import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { StageFrame } from '../../media/video/StageFrame';
import { CameraFrame } from '../../ui/CameraFrame';
import { Hidden } from '../../ui/Hidden';
import { PictureGrid } from '../../ui/PictureGrid';
import { ClockDialog, type ClockPage } from '../clock/ClockDialog';
import { stepOf } from '../console/row-state';
import { CandidatePicture } from '../parts/CandidatePicture';
import { OwnPicture } from '../parts/OwnPicture';
import { StageTrouble } from '../parts/StageTrouble';
import { colleagues, type StaffStage } from '../video/staff-stage';
import { EndingBanner } from './EndingBanner';
import { ExamControls } from './ExamControls';
import { OutageBanners } from './OutageBanners';
import styles from './exam.module.css';

/** The candidate large, his second camera and the panel small, the clock and what one does below. */
export function ExamStage({ row, stage }: { readonly row: ConsoleRow; readonly stage: StaffStage }) {
  const { t } = useTranslation('staff');
  const [clockPage, setClockPage] = useState<ClockPage | null>(null);
  const ending = stepOf(row, 'interview')?.ending ?? null;
  const others = [
    <CandidatePicture key="second" row={row} stage={stage} position={2} />,
    ...colleagues(stage).map((peer) => (
      <CameraFrame
        key={peer.peerId}
        stream={peer.stream}
        state={peer.state}
        name={`${t(`roles.${peer.role}`)} ${peer.name}`}
        speaking={peer.speaking}
        sound
      />
    )),
    ...(stage.ownTrouble === 'only-looking' ? [] : [<OwnPicture key="own" stage={stage} />]),
  ];
  return (
    <>
      <h2 className={styles.unseen}>
        <Hidden>{t('inside.somebody', { name: row.name })}</Hidden>
      </h2>
      <StageTrouble stage={stage} />
      {ending && <EndingBanner row={row} undoUntil={ending.undoUntil} />}
      {!ending && <OutageBanners row={row} onCredit={() => setClockPage('credit')} />}
      <div className={styles.pictures}>
        {stage.frame ? (
          <StageFrame stage={stage.frame} label={t('places.exam')} />
        ) : (
          <PictureGrid
            lead={<CandidatePicture row={row} stage={stage} position={1} />}
            others={others}
            row="low"
          />
        )}
      </div>
      <ExamControls row={row} stage={stage} ending={ending !== null} onClock={setClockPage} />
      {clockPage && <ClockDialog row={row} page={clockPage} onClose={() => setClockPage(null)} />}
    </>
  );
}
