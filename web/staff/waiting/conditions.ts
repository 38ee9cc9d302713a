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
  /** What an order to waive it names; null where it cannot be waived (somebody has to be seen). */
  readonly requirement: Requirement | null;
  /** Step that the requirement belongs to, if the flow has it. */
  readonly step: string | null;
}

const stepOfKind = (row: ConsoleRow, kind: string): string | null =>
  row.staff?.view.steps.find((step) => step.kind === kind)?.id ?? null;

const waiver = (row: ConsoleRow, requirement: Requirement): string | null =>
  row.staff?.waived.find((given) => given.requirement === requirement)?.by ?? null;

const trouble = ({ state }: PositionPresence): Condition['trouble'] => (state === 'live' ? null : state);

/** What a candidate should have before he is invited: seen now, or waived by somebody with a reason. */
export function conditionsOf(row: ConsoleRow): Condition[] {
  const { 1: first, 2: second } = row.presence;
  const device = (name: ConditionName, met: boolean, requirement: 'microphone' | 'bell'): Condition => ({
    name,
    met,
    trouble: null,
    waivedBy: waiver(row, requirement),
    requirement,
    step: stepOfKind(row, 'device-check'),
  });
  return [
    {
      name: 'first',
      met: first.state === 'live' && first.device?.camera === 'live',
      trouble: trouble(first),
      waivedBy: waiver(row, 'camera'),
      requirement: 'camera',
      step: stepOfKind(row, 'device-check'),
    },
    {
      name: 'second',
      met: second.state === 'live' && second.device?.camera === 'live',
      trouble: trouble(second),
      waivedBy: waiver(row, 'second-camera'),
      requirement: 'second-camera',
      step: stepOfKind(row, 'cameras'),
    },
    device('microphone', first.device?.microphone === 'live', 'microphone'),
    device('bell', first.device?.bell ?? false, 'bell'),
  ];
}
