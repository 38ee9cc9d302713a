import type { OutputOf } from '#contract/endpoint';
import type { readSheets, Sheet } from '#contract/sheets';
import type { KeptSeal, KeptSheet, ShownSheet, UploadState } from './kept-sheet';

export type OnServer = OutputOf<typeof readSheets>;
type SealedSheets = OnServer['sets'][number]['sheets'];

export const inOrder = <S extends KeptSheet>(sheets: readonly S[]): readonly S[] =>
  [...sheets].sort((a, b) => a.place - b.place);

/** How far a sheet is, as the server says; what it says nothing of stays as it was. */
function uploadOf(sheet: ShownSheet, there: Sheet | undefined): UploadState {
  if (there?.state === 'ready') return { at: 'ready', url: there.url };
  if (there?.refused) return { at: 'refused', code: there.refused };
  return sheet.upload.at === 'ready' && !there ? { at: 'waiting' } : sheet.upload;
}

export const withServer = (sheets: readonly ShownSheet[], server: OnServer): readonly ShownSheet[] =>
  sheets.map((sheet) => {
    const there = server.sheets.find(({ digest }) => digest === sheet.digest);
    return { ...sheet, upload: uploadOf(sheet, there) };
  });

interface Adoption {
  readonly paper: string;
  readonly newId: () => string;
}

/** For a device that took over: the set that was confirmed last, else all that arrived, as if taken here. */
export function adopted(server: OnServer, { paper, newId }: Adoption): readonly KeptSheet[] {
  const ready = server.sheets.filter(({ state }) => state === 'ready');
  const wanted: SealedSheets =
    server.sets.at(-1)?.sheets ?? ready.map(({ digest }) => ({ digest, turn: 0 as const }));
  return wanted.flatMap(({ digest, turn }, place) => {
    const there = ready.find((sheet) => sheet.digest === digest);
    if (!there) return [];
    const { bytes } = there;
    const shown = { blob: null, thumb: null, look: null };
    return [{ id: newId(), paper, place, type: 'image/jpeg', bytes, turn, digest, ...shown }];
  });
}

/** What confirming now would say; null while something in the list cannot be part of a set. */
export function sealOf(sheets: readonly ShownSheet[]): KeptSeal['sheets'] | null {
  const parts = inOrder(sheets).flatMap(({ digest, bytes, turn, upload }) =>
    digest && upload.at !== 'refused' ? [{ digest, bytes, turn }] : [],
  );
  return parts.length > 0 && parts.length === sheets.length ? parts : null;
}

/** Whether the set that was confirmed last is what stands in the list. */
export function isSealed(sheets: readonly ShownSheet[], server: OnServer | null): boolean {
  const last = server?.sets.at(-1);
  const now = sealOf(sheets);
  if (!last || !now || last.sheets.length !== now.length) return false;
  return now.every(({ digest, turn }, at) => {
    const there = last.sheets[at];
    return there?.digest === digest && there.turn === turn;
  });
}
