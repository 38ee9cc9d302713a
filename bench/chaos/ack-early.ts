import type { CommandAnswer } from '#workflows/messages';
import type { Gateway } from '../../api/gateway/gateway';

/** How long what was acknowledged stays in this process's memory only. */
const BEHIND_MS = 400;

/**
 * A gateway with the defect that the chaos program exists to find: it answers from memory and tells the workflow
 * afterwards, so a killed api takes with it what it has acknowledged.
 */
export function acknowledgeEarly(gateway: Gateway): Gateway {
  const last = new Map<string, CommandAnswer>();
  const known = async (asked: Promise<CommandAnswer>): Promise<CommandAnswer> => {
    const answer = await asked;
    last.set(answer.view.sittingId, answer);
    return answer;
  };
  const early = (sittingId: string, tell: () => Promise<CommandAnswer>): Promise<CommandAnswer> => {
    const before = last.get(sittingId);
    if (!before) return known(tell());
    setTimeout(() => void known(tell()).catch(() => undefined), BEHIND_MS);
    return Promise.resolve(before);
  };
  return {
    ...gateway,
    checkIn: (input, request) => early(input.sittingId, () => gateway.checkIn(input, request)),
    command: (sittingId, request) => early(sittingId, () => gateway.command(sittingId, request)),
    order: (sittingId, request) => early(sittingId, () => gateway.order(sittingId, request)),
  };
}
