import type { OutputOf } from '#contract/endpoint';
import type { collectSheets } from '#contract/interview-record';

export type Collected = OutputOf<typeof collectSheets>;
type Sheet = Collected['sheets'][number];

export const sheetOf = ({ sheets }: Collected, sittingId: string, staffId: string): Sheet | null =>
  sheets.find((sheet) => sheet.sittingId === sittingId && sheet.staffId === staffId) ?? null;

export const mostPoints = ({ criteria }: Collected): number =>
  criteria.reduce((sum, { max }) => sum + max, 0);

/** How many of the panel have sealed for this candidate. */
export const sealedFor = ({ sheets }: Collected, sittingId: string): number =>
  sheets.filter((sheet) => sheet.sittingId === sittingId && sheet.state === 'sealed').length;
