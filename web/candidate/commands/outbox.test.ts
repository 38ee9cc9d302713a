import type { CandidateView } from '#protocol/views.schema';
import type { No, Result } from '../../api/result';
import { Outbox, type Asked, type CommandAnswer, type CommandShelf, type KeptCommand } from './outbox';

const view = { revision: 1 } as CandidateView;
const yes: Result<CommandAnswer> = { ok: true, value: { revision: 1, view } };
const no = (refused: No['refused'], details?: Record<string, unknown>): Result<CommandAnswer> => ({
  ok: false,
  no: { refused, details } as No,
  requestId: null,
});
const read: Asked = { kind: 'step', stepId: 'notice', command: { name: 'notice.read' } };

function shelfOf(...kept: KeptCommand[]): CommandShelf & { kept: Map<string, KeptCommand> } {
  const shelf = new Map(kept.map((command) => [command.commandId, command]));
  return {
    kept: shelf,
    all: async () => [...shelf.values()],
    put: async (command) => void shelf.set(command.commandId, command),
    remove: async (id) => void shelf.delete(id),
  };
}

function outboxOf(answers: Result<CommandAnswer>[], shelf = shelfOf()) {
  const sent: KeptCommand[] = [];
  const waits: number[] = [];
  let made = 0;
  const outbox = new Outbox({
    sittingId: 's1',
    shelf,
    send: async (command) => {
      sent.push(command);
      return answers.shift() ?? yes;
    },
    wait: async (attempt) => void waits.push(attempt),
    newId: () => `id-${(made += 1)}`,
    now: () => 100,
  });
  return { outbox, sent, waits, shelf };
}

describe('the outbox of commands', () => {
  it('keeps a command until it is answered', async () => {
    const { outbox, shelf, sent } = outboxOf([yes]);
    const asked = outbox.ask(read);
    await Promise.resolve();
    expect(shelf.kept.size).toBe(1);
    expect(await asked).toBe(yes);
    expect(shelf.kept.size).toBe(0);
    expect(sent[0]).toMatchObject({ commandId: 'id-1', sittingId: 's1', asked: read });
  });

  it('repeats with the same id while nobody answers', async () => {
    const { outbox, sent, waits } = outboxOf([no('OFFLINE'), no('UNAVAILABLE'), yes]);
    expect(await outbox.ask(read)).toBe(yes);
    expect(sent.map(({ commandId }) => commandId)).toEqual(['id-1', 'id-1', 'id-1']);
    expect(waits).toEqual([0, 1]);
  });

  it('presents the receipt of the first 503, not of a later one', async () => {
    const { outbox, sent } = outboxOf([
      no('UNAVAILABLE', { receipt: 'first' }),
      no('UNAVAILABLE', { receipt: 'second' }),
      yes,
    ]);
    await outbox.ask(read);
    expect(sent.map(({ receipt }) => receipt)).toEqual([null, 'first', 'first']);
  });

  it('does not repeat what was refused', async () => {
    const { outbox, sent, shelf } = outboxOf([no('NOT_NOW')]);
    expect(await outbox.ask(read)).toMatchObject({ no: { refused: 'NOT_NOW' } });
    expect(sent).toHaveLength(1);
    expect(shelf.kept.size).toBe(0);
  });

  it('makes one command of two clicks', async () => {
    const { outbox, sent } = outboxOf([yes]);
    await Promise.all([outbox.ask(read), outbox.ask(read)]);
    expect(sent).toHaveLength(1);
    await outbox.ask(read);
    expect(sent.map(({ commandId }) => commandId)).toEqual(['id-1', 'id-2']);
  });

  it('sends one after the other', async () => {
    const { outbox, sent } = outboxOf([no('OFFLINE'), yes, yes]);
    await Promise.all([outbox.ask({ kind: 'check-in' }), outbox.ask(read)]);
    expect(sent.map(({ asked }) => asked.kind)).toEqual(['check-in', 'check-in', 'step']);
  });

  it('sends what an earlier page left, oldest first, and forgets what is of another sitting', async () => {
    const left = (commandId: string, askedAt: number, sittingId = 's1'): KeptCommand => ({
      commandId,
      sittingId,
      askedAt,
      asked: read,
      receipt: commandId === 'b' ? 'r' : null,
    });
    const { outbox, sent, shelf } = outboxOf(
      [yes, yes],
      shelfOf(left('a', 2), left('b', 1), left('c', 0, 'other')),
    );
    await outbox.resume();
    expect(sent.map(({ commandId, receipt }) => [commandId, receipt])).toEqual([
      ['b', 'r'],
      ['a', null],
    ]);
    expect(shelf.kept.size).toBe(0);
  });

  it('keeps the command when the session ended, for after signing in', async () => {
    const { outbox, shelf } = outboxOf([no('NOT_SIGNED_IN')]);
    await outbox.ask(read);
    expect(shelf.kept.size).toBe(1);
  });

  it('says what it is sending and why that takes long', async () => {
    const { outbox } = outboxOf([no('UNAVAILABLE'), yes]);
    const seen: unknown[] = [];
    outbox.subscribe(() =>
      seen.push(outbox.sending() && [outbox.sending()?.failures, outbox.sending()?.why]),
    );
    await outbox.ask(read);
    expect(seen).toEqual([[0, null], [1, 'UNAVAILABLE'], [1, 'UNAVAILABLE'], null]);
  });
});
