import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '#protocol/policies';
import type { ConsoleRow } from '#protocol/live.schema';
import { StaffLayout, type StaffPage } from '../../ui/StaffLayout';
import { ConsoleBar, type FaceProps } from '../console/ConsoleBar';
import { ConsoleStrip } from '../console/ConsoleStrip';
import { useConsoleContext } from '../console/context';
import { groupOf, stepOf } from '../console/row-state';
import { useStaffStage } from '../video/use-staff-stage';
import { ExamStage } from './ExamStage';
import { FreeRoom } from './FreeRoom';
import { PanelChat } from './PanelChat';
import { Questions } from './Questions';
import { ScorePanel } from './ScorePanel';

/** Who writes a paper after his interview has left the exam room. */
const isInterviewed = (row: ConsoleRow): boolean =>
  groupOf(row) === 'inside' && stepOf(row, 'interview') !== null;

/** The one who is in the exam room now. */
function insideOf(rows: readonly ConsoleRow[], occupant: string | null): ConsoleRow | null {
  const named = rows.find(({ sittingId }) => sittingId === occupant);
  return named && isInterviewed(named) ? named : (rows.find(isInterviewed) ?? null);
}

/** The examiners' console (2.1.8, 2.1.9): both cameras, questions, clock, scores. */
export function ExamFace(props: FaceProps) {
  const { t } = useTranslation('staff');
  const { me, view } = useConsoleContext();
  const [page, setPage] = useState<StaffPage>('stage');
  const inside = insideOf(view.rows, view.room.occupant?.sittingId ?? null);
  const [lastInside, setLastInside] = useState<string | null>(null);
  if (inside && inside.sittingId !== lastInside) setLastInside(inside.sittingId);
  const scored = inside ?? view.rows.find(({ sittingId }) => sittingId === lastInside) ?? null;
  const stage = useStaffStage('interview', inside?.sittingId ?? null);
  return (
    <StaffLayout
      order="room"
      bar={<ConsoleBar {...props} />}
      strip={<ConsoleStrip />}
      stage={{
        label: t('places.exam'),
        content: inside ? <ExamStage row={inside} stage={stage} /> : <FreeRoom />,
      }}
      list={{
        label: t('exam.questions'),
        content: (
          <>
            <Questions row={inside} />
            {holds(me.role, 'look into a room') && <PanelChat />}
          </>
        ),
      }}
      panel={{ label: t('exam.scores'), content: <ScorePanel row={scored} /> }}
      page={page}
      onPage={setPage}
    />
  );
}
