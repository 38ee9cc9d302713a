import { createHash } from 'node:crypto';
import type { FlowDocument, FlowSnapshot } from '#protocol/flow.schema';
import { assertNever } from '#protocol/assert-never';
import type { LocalText } from '#protocol/text.schema';
import { stepSchemas, type StepConfig, type StepMachine } from '#steps/schemas';

/** What a sitting carries of a published flow: kinds, gates, times and ids, and of the pledge its digest. */
export const snapshotFlow = (flowVersionId: string, document: FlowDocument): FlowSnapshot => ({
  flowVersionId,
  steps: document.steps.map(machineOf),
});

function machineOf(step: StepConfig): StepMachine {
  switch (step.kind) {
    case 'pledge':
      return stepSchemas.pledge.machine.parse({ ...step, digest: pledgeDigest(step.text) });
    case 'notice':
    case 'device-check':
    case 'face-check':
    case 'cameras':
    case 'waiting':
    case 'interview':
      return stepSchemas[step.kind].machine.parse(step);
    default:
      return assertNever(step);
  }
}

/** SHA-256 (hex) over both languages: whichever was read, the same pledge was given. */
export const pledgeDigest = ({ zh, en }: LocalText): string =>
  createHash('sha256').update(JSON.stringify({ zh, en })).digest('hex');
