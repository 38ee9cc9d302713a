import type { Ref } from 'react';
import type { ConsoleRow } from '#protocol/live.schema';
import type { StaffStage } from '../video/staff-stage';
import { IdleStage } from './IdleStage';
import { QuietStage } from './QuietStage';
import { TalkingStage } from './TalkingStage';
import type { Call } from './use-call';

interface WaitingStageProps {
  /** The chosen one. */
  readonly row: ConsoleRow | null;
  readonly stage: StaffStage;
  readonly call: Call;
  readonly onChoose: (sittingId: string) => void;
  /** The heading that focus goes to when somebody is chosen. */
  readonly ref: Ref<HTMLHeadingElement>;
}

/** Who is talked with comes first, then who is chosen, then nobody. */
export function WaitingStage({ row, stage, call, onChoose, ref }: WaitingStageProps) {
  if (call.row)
    return (
      <TalkingStage ref={ref} row={call.row} chosen={row} stage={stage} call={call} onChoose={onChoose} />
    );
  if (row) return <QuietStage ref={ref} row={row} call={call} onChoose={onChoose} />;
  return <IdleStage onChoose={onChoose} />;
}
