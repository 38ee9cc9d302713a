import type { ConsoleRow, PositionPresence } from '#protocol/live.schema';
import type { StaffView } from '#protocol/views.schema';

export type ConditionName = 'first' | 'second' | 'microphone' | 'bell';
type Requirement = StaffView['waived'][number]['requirement'];

export interface Condition {
  readonly name: ConditionName;
  readonly met: boolean;
  /** Presence state to be told in words; null where the lack speaks for itself. */
  readonly trouble: Exclude<PositionPresence['state'], 'live'> | null;
  /** The waiver that lets it pass. */
  readonly waivedBy: string | null;
  /** What an order to waive it names. */
  readonly requirement: Requirement;
  /** Step that asks for it, while it can still be waived: its step is not behind the candidate. */
  readonly waivable: string | null;
}

function waivableStep(row: ConsoleRow, kind: string): string | null {
  const step = row.staff?.view.steps.find((each) => each.kind === kind);
  return step && (step.status === 'now' || step.status === 'next') ? step.id : null;
}

const waiver = (row: ConsoleRow, requirement: Requirement): string | null =>
  row.staff?.waived.find((given) => given.requirement === requirement)?.by ?? null;

const trouble = ({ state }: PositionPresence): Condition['trouble'] => (state === 'live' ? null : state);

/** What a candidate should have before he is invited: seen now, or waived by somebody with a reason. */
export function conditionsOf(row: ConsoleRow): Condition[] {
  const { 1: first, 2: second } = row.presence;
  const device = { waivable: waivableStep(row, 'device-check') };
  const sound = (name: 'microphone' | 'bell', met: boolean): Condition => ({
    ...device,
    ...{ name, met, trouble: null, waivedBy: waiver(row, name), requirement: name },
  });
  return [
    {
      ...device,
      name: 'first',
      met: first.state === 'live' && first.device?.camera === 'live',
      trouble: trouble(first),
      waivedBy: waiver(row, 'camera'),
      requirement: 'camera',
    },
    {
      name: 'second',
      met: second.state === 'live' && second.device?.camera === 'live',
      trouble: trouble(second),
      waivedBy: waiver(row, 'second-camera'),
      requirement: 'second-camera',
      waivable: waivableStep(row, 'cameras'),
    },
    sound('microphone', first.device?.microphone === 'live'),
    sound('bell', first.device?.bell ?? false),
  ];
}
