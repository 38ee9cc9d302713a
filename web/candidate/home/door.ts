import type { Home } from '../seat/use-seat';

/** Whether the exam can be entered now. */
export type Door =
  | { readonly kind: 'before'; readonly opensAt: number }
  | { readonly kind: 'open'; readonly untilAt: number }
  /** Entry closed; who entered before may still come back. */
  | { readonly kind: 'late'; readonly closedAt: number }
  | { readonly kind: 'closed'; readonly closedAt: number }
  /** `deadlineAt`: the interview's clock runs, also while its candidate looks at this page. */
  | { readonly kind: 'inside'; readonly deadlineAt: number | null }
  | { readonly kind: 'over' };

/** 2.1.4, by the server's clock. The server has the last word: this only says what to expect. */
export function doorOf(window: Home['window'], view: Home['view'], now: number): Door {
  if (view?.phase === 'over') return { kind: 'over' };
  if (view) return { kind: 'inside', deadlineAt: view.clock?.deadlineAt ?? null };
  if (now < window.opensAt) return { kind: 'before', opensAt: window.opensAt };
  if (now >= window.closesAt) return { kind: 'closed', closedAt: window.closesAt };
  if (now >= window.entryClosesAt) return { kind: 'late', closedAt: window.entryClosesAt };
  return { kind: 'open', untilAt: window.entryClosesAt };
}
