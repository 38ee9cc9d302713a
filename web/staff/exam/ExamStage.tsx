import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import { Banner } from '../../ui/Banner';
import { CameraFrame } from '../../ui/CameraFrame';
import { PictureGrid } from '../../ui/PictureGrid';
import { StageFrame } from '../../media/video/StageFrame';
import { stepOf } from '../console/row-state';
import { CandidatePicture } from '../parts/CandidatePicture';
import { OwnPicture } from '../parts/OwnPicture';
import { colleagues, type StaffStage } from '../video/staff-stage';
import { EndingBanner } from './EndingBanner';
import { ExamControls } from './ExamControls';
import styles from './exam.module.css';

/** The candidate large, his second camera and the panel small, the clock and what one does below. */
export function ExamStage({ row, stage }: { readonly row: ConsoleRow; readonly stage: StaffStage }) {
  const { t } = useTranslation('staff');
  const ending = stepOf(row, 'interview')?.ending ?? null;
  const others = [
    <CandidatePicture key="second" row={row} stage={stage} position={2} />,
    ...colleagues(stage).map((peer) => (
      <CameraFrame
        key={peer.peerId}
        stream={peer.stream}
        state={peer.state}
        name={peer.name}
        speaking={peer.speaking}
        sound
      />
    )),
    ...(stage.ownTrouble === 'only-looking' ? [] : [<OwnPicture key="own" stage={stage} />]),
  ];
  return (
    <>
      {stage.ownTrouble && (
        <Banner mood={stage.ownTrouble === 'no-camera' ? 'warn' : 'accent'}>
          {stage.ownTrouble === 'no-camera' ? t('stage.noCamera') : t('stage.onlyLooking')}
        </Banner>
      )}
      {ending && <EndingBanner row={row} undoUntil={ending.undoUntil} />}
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
      <ExamControls row={row} stage={stage} ending={ending !== null} />
    </>
  );
}
