import { useState } from 'react';
import { z } from 'zod';
import { checkFlow, flowFault, publishFlow, type FlowFault } from '#contract/flows';
import type { LocalText } from '#protocol/text.schema';
import { useApi } from '../api/ApiProvider';
import type { Refused } from '../api/result';
import type { FlowVersion } from './use-flows';

export interface FlowEditorState {
  readonly busy: 'check' | 'publish' | null;
  readonly faults: readonly FlowFault[];
  /** Name of a file without faults, after a check. */
  readonly fine: LocalText | null;
  readonly published: FlowVersion | null;
  readonly failed: Refused | null;
  readonly check: (yaml: string) => Promise<void>;
  readonly publish: (key: string, yaml: string) => Promise<void>;
  /** What was found belongs to the text as it was. */
  readonly forget: () => void;
}

const nothing = { faults: [], fine: null, published: null, failed: null } as const;
type Found = Pick<FlowEditorState, 'faults' | 'fine' | 'published' | 'failed'>;

/** A refusal FLOW_FAULTY carries the faults; anything else is told as it is. */
function foundIn(failure: Refused): Found {
  const read = z.array(flowFault).safeParse(failure.no.details?.faults);
  return read.success ? { ...nothing, faults: read.data } : { ...nothing, failed: failure };
}

export function useFlowEditor(onPublished: () => Promise<void>): FlowEditorState {
  const { call } = useApi();
  const [busy, setBusy] = useState<FlowEditorState['busy']>(null);
  const [found, setFound] = useState<Found>(nothing);
  const check = async (yaml: string): Promise<void> => {
    setBusy('check');
    const result = await call(checkFlow, { body: { yaml } });
    setBusy(null);
    if (!result.ok) return setFound(foundIn(result));
    const { faults, name } = result.value;
    setFound({ ...nothing, faults, fine: faults.length === 0 ? name : null });
  };
  const publish = async (key: string, yaml: string): Promise<void> => {
    setBusy('publish');
    const result = await call(publishFlow, { body: { key, yaml } });
    setBusy(null);
    if (!result.ok) return setFound(foundIn(result));
    setFound({ ...nothing, published: result.value });
    await onPublished();
  };
  return { busy, ...found, check, publish, forget: () => setFound(nothing) };
}
