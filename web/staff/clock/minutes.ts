/** What was chosen of how much time: one of the usual amounts, or a typed number of minutes. */
export interface Minutes {
  readonly choice: (typeof minuteChoices)[number];
  readonly typed: string;
}

export const minuteChoices = ['1', '3', '5', '10', 'other'] as const;
/** As much as an order takes at once. */
export const MOST_MINUTES = 120;

/** Whole minutes from 1 to 120; null for anything else that was typed. */
export function minutesOf({ choice, typed }: Minutes): number | null {
  const written = choice === 'other' ? typed.trim() : choice;
  const minutes = /^\d{1,3}$/.test(written) ? Number(written) : 0;
  return minutes >= 1 && minutes <= MOST_MINUTES ? minutes : null;
}
