import { useState } from 'react';
import { z } from 'zod';
import { formFault, type FormFault } from '#contract/office-staff';
import type { Refused, Result } from '../../api/result';

const faultsIn = (failed: Refused | null): readonly FormFault[] => {
  const read = z.array(formFault).safeParse(failed?.no.details?.faults);
  return read.success ? read.data : [];
};

/** Something that is done once at a time: whether it goes on, and why it was not done. */
export function useAct() {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Refused | null>(null);
  const act = async <T>(ask: () => Promise<Result<T>>): Promise<T | null> => {
    setBusy(true);
    const result = await ask();
    setBusy(false);
    setFailed(result.ok ? null : result);
    return result.ok ? result.value : null;
  };
  const faults = faultsIn(failed);
  /** A form shows its faults in their places; anything else is told as it is. */
  return { busy, act, faults, failed: faults.length > 0 ? null : failed, forget: () => setFailed(null) };
}
export type Act = ReturnType<typeof useAct>;
