import { useEffect, useState, useSyncExternalStore } from 'react';
import { ulid } from 'ulid';
import { checkIn, sendCommand } from '#contract/sitting';
import { useApi } from '../../api/ApiProvider';
import type { Call } from '../../api/client';
import { pause } from '../../api/insist';
import type { Result } from '../../api/result';
import { spreadDelay } from '../../api/retry';
import type { LiveStore } from '../../live/live-store';
import { createCommandShelf } from '../kept/command-shelf';
import { Outbox, type CommandAnswer, type KeptCommand, type Sending } from './outbox';

/** The clock runs while a click waits: when a part of ours is back, nobody sits before a dead button much longer. */
const LONGEST_WAIT_MS = 8_000;

interface OutboxOf {
  readonly sittingId: string;
  readonly epoch: number;
  readonly live: LiveStore;
  /** Every outcome, also of commands that an earlier page left. */
  readonly onOutcome: (result: Result<CommandAnswer>) => void;
}

/** The epoch is the position's of now, also for a command that an earlier page made. */
function send(call: Call, { epoch, live }: OutboxOf, command: KeptCommand): Promise<Result<CommandAnswer>> {
  const { commandId, asked, receipt, sittingId } = command;
  if (asked.kind === 'check-in') return call(checkIn, { body: { commandId, epoch, sittingId } });
  const { stepId, command: wanted } = asked;
  const roomSeq = live.state().view?.roomSeq ?? 0;
  const body = { commandId, epoch, sittingId, stepId, command: wanted, roomSeq, ...(receipt && { receipt }) };
  return call(sendCommand, { body });
}

interface UseOutbox {
  readonly ask: (asked: KeptCommand['asked']) => Promise<Result<CommandAnswer>>;
  readonly sending: Sending | null;
}

/** The commands of this page; at first those that an earlier page could not bring home. */
export function useOutbox(parts: OutboxOf): UseOutbox {
  const { call } = useApi();
  const { onOutcome } = parts;
  const [outbox] = useState(
    () =>
      new Outbox({
        sittingId: parts.sittingId,
        shelf: createCommandShelf(),
        send: (command) => send(call, parts, command),
        wait: (attempt, signal) =>
          pause(Math.min(LONGEST_WAIT_MS, spreadDelay(attempt, Math.random)), signal),
        newId: ulid,
        now: () => Date.now(),
      }),
  );
  useEffect(() => {
    outbox.open();
    void outbox.resume().then((results) => results.forEach(onOutcome));
    return () => outbox.close();
  }, [outbox, onOutcome]);
  const sending = useSyncExternalStore(outbox.subscribe, outbox.sending);
  const ask = async (asked: KeptCommand['asked']): Promise<Result<CommandAnswer>> => {
    const result = await outbox.ask(asked);
    onOutcome(result);
    return result;
  };
  return { ask, sending };
}
