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
  readonly check: () => Promise<void>;
  readonly publish: (key: string) => Promise<void>;
}

const nothing = { faults: [], fine: null, published: null, failed: null } as const;
type Found = Pick<FlowEditorState, 'faults' | 'fine' | 'published' | 'failed'>;

interface FoundOf extends Found {
  /** The text it was found in; any other is not judged by it. */
  readonly yaml: string;
}

/** A refusal FLOW_FAULTY carries the faults; anything else is told as it is. */
function foundIn(failure: Refused): Found {
  const read = z.array(flowFault).safeParse(failure.no.details?.faults);
  return read.success ? { ...nothing, faults: read.data } : { ...nothing, failed: failure };
}

/** Checks and publishes the text; what was found is told of that text alone. */
export function useFlowEditor(yaml: string, onPublished: () => Promise<void>): FlowEditorState {
  const { call } = useApi();
  const [busy, setBusy] = useState<FlowEditorState['busy']>(null);
  const [found, setFound] = useState<FoundOf>({ ...nothing, yaml: '' });
  const keep = (what: Found): void => setFound({ ...what, yaml });
  const check = async (): Promise<void> => {
    setBusy('check');
    const result = await call(checkFlow, { body: { yaml } });
    setBusy(null);
    if (!result.ok) return keep(foundIn(result));
    const { faults, name } = result.value;
    keep({ ...nothing, faults, fine: faults.length === 0 ? name : null });
  };
  const publish = async (key: string): Promise<void> => {
    setBusy('publish');
    const result = await call(publishFlow, { body: { key, yaml } });
    setBusy(null);
    if (!result.ok) return keep(foundIn(result));
    keep({ ...nothing, published: result.value });
    await onPublished();
  };
  const { faults, fine, published, failed } = found.yaml === yaml ? found : nothing;
  return { busy, faults, fine, published, failed, check, publish };
}
