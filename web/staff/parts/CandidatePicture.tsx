import { useTranslation } from 'react-i18next';
import type { ConsoleRow } from '#protocol/live.schema';
import type { CameraState } from '../../ui/camera-states';
import { CameraFrame } from '../../ui/CameraFrame';
import { candidatePeer, type StaffStage } from '../video/staff-stage';
import { useStill } from '../video/use-still';

interface CandidatePictureProps {
  readonly row: ConsoleRow;
  readonly stage: StaffStage;
  readonly position: 1 | 2;
  readonly note?: string;
  /** A second picture of a stream that plays its sound already. */
  readonly silent?: boolean;
  /** False in a dialog, where there is no room for another. */
  readonly enlargeable?: boolean;
}

const presenceStates = {
  never: 'off',
  live: 'connecting',
  amber: 'weak',
  lost: 'lost',
  locked: 'away',
  left: 'off',
} as const satisfies Record<ConsoleRow['presence'][1]['state'], CameraState>;

/** A camera of the candidate: the stream where there is one, else what presence knows, in words. */
export function CandidatePicture(props: CandidatePictureProps) {
  const { row, stage, position, note, silent, enlargeable } = props;
  const { t } = useTranslation('staff');
  const peer = candidatePeer(stage.peers, position);
  const still = useStill(row.sittingId, position, peer?.stills ?? false);
  const presence = row.presence[position];
  const state = peer?.stream ? peer.state : presenceStates[presence.state];
  const camera = t(position === 1 ? 'stage.firstCamera' : 'stage.secondCamera');
  const battery = presence.device?.battery ?? null;
  const charge = battery === null ? '' : ` · ${t('stage.battery', { percent: Math.round(battery * 100) })}`;
  return (
    <CameraFrame
      stream={peer?.stream ?? null}
      state={state}
      name={position === 1 ? `${row.name} · ${camera}` : `${camera}${charge}`}
      still={still ?? undefined}
      speaking={peer?.speaking}
      enlargeable={enlargeable}
      sound={!silent && (position === 1 || stage.toSecond)}
      note={
        still
          ? { text: t('stage.stillsOnly'), icon: 'photo' }
          : note
            ? { text: note, icon: 'phone-call' }
            : undefined
      }
      showFine={position === 1}
    />
  );
}
