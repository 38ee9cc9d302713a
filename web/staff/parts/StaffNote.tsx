import type { ReactNode } from 'react';
import { isOffline, type No } from '../../api/result';
import { NoNote } from '../../ui/NoNote';
import { useStaffName } from './use-staff-name';

interface StaffNoteProps {
  readonly refused: { readonly no: No; readonly requestId: string | null };
  readonly action?: ReactNode;
}

/** Why something was not done, with the name of whoever was first, also where the server gave his id alone. */
export function StaffNote({ refused: { no, requestId }, action }: StaffNoteProps) {
  const nameOf = useStaffName();
  const by = isOffline(no) ? null : (no.details?.by ?? null);
  const isNameless = !isOffline(no) && no.details?.byName === undefined && typeof by === 'string';
  const told: No =
    isNameless && by.startsWith('staff:') ? { ...no, details: { ...no.details, byName: nameOf(by) } } : no;
  return <NoNote no={told} requestId={requestId} action={action} />;
}
