import type { CallLine } from './use-calls';

export const shownKinds = ['open', 'mine', 'closed'] as const;
export type Shown = (typeof shownKinds)[number];

/** The server sends open ones oldest first, then closed ones newest first: that order stays. */
export function callsShown(calls: readonly CallLine[], shown: Shown, staffId: string): readonly CallLine[] {
  switch (shown) {
    case 'open':
      return calls.filter(({ closed }) => closed === null);
    case 'mine':
      return calls.filter(({ closed, takenBy }) => closed === null && takenBy?.staffId === staffId);
    case 'closed':
      return calls.filter(({ closed }) => closed !== null);
  }
}

/** Wants somebody: nobody answered yet, or the candidate had the last word of a call of this member's. */
export const wantsAnswer = ({ closed, takenBy, last }: CallLine, staffId: string): boolean =>
  closed === null && (takenBy === null || (takenBy.staffId === staffId && last?.fromCandidate === true));
