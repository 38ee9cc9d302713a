import { createHash } from 'node:crypto';
import type { FlowDocument, FlowSnapshot } from '#protocol/flow.schema';
import { assertNever } from '#protocol/assert-never';
import type { LocalText } from '#protocol/text.schema';
import { stepSchemas, type StepConfig, type StepMachine } from '#steps/schemas';

const MINUTE_MS = 60_000;

/**
 * What a sitting carries of a published flow: kinds, gates, times and ids, and of the pledge its digest. Times of day
 * that hang on the exam's doors are settled with it.
 */
export const snapshotFlow = (
  flowVersionId: string,
  document: FlowDocument,
  opensAt: number,
): FlowSnapshot => ({
  flowVersionId,
  steps: document.steps.map((step) => machineOf(step, opensAt)),
});

function machineOf(step: StepConfig, opensAt: number): StepMachine {
  switch (step.kind) {
    case 'pledge':
      return stepSchemas.pledge.machine.parse({ ...step, digest: pledgeDigest(step.text) });
    case 'paper': {
      const { dispatch } = step;
      const at = dispatch.by === 'exam-clock' ? opensAt + dispatch.minutes * MINUTE_MS : 0;
      const settled = dispatch.by === 'exam-clock' ? { by: 'time', at } : dispatch;
      return stepSchemas.paper.machine.parse({ ...step, dispatch: settled });
    }
    case 'notice':
    case 'device-check':
    case 'face-check':
    case 'cameras':
    case 'waiting':
    case 'interview':
    case 'recording':
    case 'proctored':
      return stepSchemas[step.kind].machine.parse(step);
    default:
      return assertNever(step);
  }
}

/** SHA-256 (hex) over both languages: whichever was read, the same pledge was given. */
export const pledgeDigest = ({ zh, en }: LocalText): string =>
  createHash('sha256').update(JSON.stringify({ zh, en })).digest('hex');
