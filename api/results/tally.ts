import type { ScoringRule } from '#steps/interview/schema';

export interface CountedSheet {
  readonly staffId: string;
  /** Points of all criteria together. */
  readonly total: number;
}

export interface Tally {
  /** Mean of the sheets that count, to two decimals, half up. */
  readonly mean: number;
  /** Whose sheets were left out, the lowest first; empty where the rule leaves out none. */
  readonly dropped: readonly string[];
  /** Between the highest and the lowest of all sheets. */
  readonly spread: number;
  /** The panel is further apart than the rule allows without asking. */
  readonly apart: boolean;
}

const hundredths = (points: number): number => Math.round(points * 100);
const points = (inHundredths: number): number => inHundredths / 100;

/** One lowest and one highest are left out where there are enough; of equal ones, those of the lower ids. */
function dropsOf(sheets: readonly CountedSheet[], { dropExtremesFrom }: ScoringRule): readonly string[] {
  if (dropExtremesFrom === null || sheets.length < dropExtremesFrom) return [];
  const sorted = [...sheets].sort((a, b) => a.total - b.total || (a.staffId < b.staffId ? -1 : 1));
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  return [lowest, highest].flatMap((sheet) => sheet?.staffId ?? []);
}

/** What a panel's sheets come to by the flow's rule; null without any. Counts in hundredths of a point. */
export function tallyOf(sheets: readonly CountedSheet[], rule: ScoringRule): Tally | null {
  if (sheets.length === 0) return null;
  const dropped = dropsOf(sheets, rule);
  const counted = sheets.filter(({ staffId }) => !dropped.includes(staffId));
  const sum = counted.reduce((all, { total }) => all + hundredths(total), 0);
  const totals = sheets.map(({ total }) => hundredths(total));
  const spread = points(Math.max(...totals) - Math.min(...totals));
  return {
    mean: points(Math.round(sum / counted.length)),
    dropped,
    spread,
    apart: rule.askWhenApart !== null && spread > rule.askWhenApart,
  };
}
