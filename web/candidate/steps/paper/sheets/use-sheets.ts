import { useEffect, useState, useSyncExternalStore } from 'react';
import { ulid } from 'ulid';
import { commandPaper } from '#contract/answers';
import { readSheets, sealSheets } from '#contract/sheets';
import type { StepViews } from '#steps/schemas';
import { useApi } from '../../../../api/ApiProvider';
import { insist, pause } from '../../../../api/insist';
import type { Refused } from '../../../../api/result';
import { spreadDelay } from '../../../../api/retry';
import { useSitting } from '../../../sitting/sitting-context';
import { digestOf, lookAt } from './look-at';
import { SheetKeeper } from './sheet-keeper';
import type { SheetsState } from './sheets-state';
import { createSheetShelf } from './sheet-shelf';
import { uploadSheet } from './upload-sheet';

/** While the clock runs nobody waits longer than this for the next try. */
const LONGEST_WAIT_MS = 8_000;
const none = (): (() => void) => () => undefined;

/** Waits, but no longer than until the network is back or somebody looks at the page again. */
async function untilWorthIt(attempt: number, signal: AbortSignal): Promise<void> {
  const enough = new AbortController();
  const end = (): void => enough.abort();
  const look = (): void => void (document.visibilityState === 'visible' && end());
  document.addEventListener('visibilitychange', look);
  signal.addEventListener('abort', end);
  await pause(Math.min(LONGEST_WAIT_MS, spreadDelay(attempt, Math.random)), enough.signal);
  document.removeEventListener('visibilitychange', look);
  signal.removeEventListener('abort', end);
}

export interface Sheets {
  readonly keeper: SheetKeeper;
  readonly kept: SheetsState;
}

/** The sheets of the paper that goes on: as an earlier page left them here, and as the server has them. */
export function useSheets(view: StepViews['paper']): Sheets | null {
  const { call } = useApi();
  const { home, epoch, live, view: whole, onSuperseded, onSignedOut } = useSitting();
  const [keeper, setKeeper] = useState<SheetKeeper | null>(null);
  const { sittingId } = home.candidate;
  const stepId = whole?.stepId ?? '';
  const most = view.mostSheets ?? 0;
  useEffect(() => {
    let opened: SheetKeeper | null = null;
    let closed = false;
    const opening = SheetKeeper.open({
      ...{ paper: `${sittingId}/${stepId}`, most, shelf: createSheetShelf(), wait: untilWorthIt },
      ...{ newId: ulid, digestOf, lookAt, read: () => call(readSheets) },
      seal: async ({ commandId, setId, sheets }) => {
        const roomSeq = live.state().view?.roomSeq ?? 0;
        const body = { commandId, epoch, stepId, setId, sheets: [...sheets], roomSeq };
        const result = await call(sealSheets, { body });
        if (result.ok) live.offerView(result.value.view);
        return result;
      },
      upload: (wish) => uploadSheet({ ...wish, stepId, epoch }),
    });
    void opening.then((made) => {
      if (closed) return made.close();
      opened = made;
      setKeeper(made);
    });
    return () => {
      closed = true;
      opened?.close();
    };
  }, [call, epoch, live, most, sittingId, stepId]);
  const kept = useSyncExternalStore(keeper?.subscribe ?? none, () => keeper?.current() ?? null);
  const heard = 'counted' in view ? `${view.sealed?.setId} ${view.counted?.setId} ${view.phase}` : '';
  useEffect(() => void keeper?.refresh(), [keeper, heard]);
  const no = kept?.refused?.no;
  useEffect(() => {
    if (no?.refused === 'SUPERSEDED') onSuperseded(null);
    if (no?.refused === 'NOT_SIGNED_IN') onSignedOut();
  }, [no, onSuperseded, onSignedOut]);
  return keeper && kept ? { keeper, kept } : null;
}

type PaperCommand = 'paper.pens-down' | 'paper.hand-in';

interface PaperAsking {
  readonly ask: (name: PaperCommand) => Promise<boolean>;
  readonly busy: boolean;
  readonly refused: Refused | null;
}

/** Pens down and hand-in, from whichever device photographs. Asking twice is no harm: each happens once. */
export function usePaperCommand(): PaperAsking {
  const { call } = useApi();
  const { epoch, live, view } = useSitting();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const ask = async (name: PaperCommand): Promise<boolean> => {
    setBusy(true);
    setRefused(null);
    const asked = { commandId: ulid(), epoch, stepId: view?.stepId ?? '', name, roomSeq: view?.roomSeq ?? 0 };
    const never = new AbortController();
    const result = await insist(() => call(commandPaper, { body: asked }), never);
    setBusy(false);
    if (result?.ok) live.offerView(result.value.view);
    else if (result) setRefused({ no: result.no, requestId: result.requestId });
    return result?.ok ?? false;
  };
  return { ask, busy, refused };
}
