import fc from 'fast-check';
import type { SavedAnswers } from '#contract/answers';
import type { Answers, AnswerValue } from '#protocol/paper.schema';
import type { No } from '../../../../api/result';
import type { AnswerShelf, Flight, KeptAnswers } from './answer-shelf';
import { AnswerKeeper, type SaveResult } from './keeper';

const words = (text: string): AnswerValue => ({ kind: 'fill', blanks: [text] });
const no = (refused: No['refused'], details?: Record<string, unknown>): SaveResult => ({
  ok: false,
  no: { refused, details } as No,
  requestId: null,
});

/** The server's rule: a save on the newest revision is taken, a repeat gets its answer, all else is a conflict. */
class Server {
  revision = 0;
  answers: Answers = {};
  lastSave = '';
  readonly saves: Flight[] = [];

  look = (): SavedAnswers => ({
    stepId: 'paper',
    revision: this.revision,
    savedAt: null,
    answers: this.answers,
  });

  save = (flight: Flight): SaveResult => {
    this.saves.push(flight);
    if (flight.saveId === this.lastSave) return { ok: true, value: { revision: this.revision, savedAt: 1 } };
    if (flight.base !== this.revision) return no('CONFLICT', { saved: this.look() });
    this.revision += 1;
    this.answers = { ...this.answers, ...flight.changes };
    this.lastSave = flight.saveId;
    return { ok: true, value: { revision: this.revision, savedAt: 1 } };
  };
}

function shelf(): AnswerShelf & { kept: Map<string, KeptAnswers> } {
  const kept = new Map<string, KeptAnswers>();
  return {
    kept,
    get: async (key) => kept.get(key),
    put: async (answers) => Boolean(kept.set(answers.key, answers)),
  };
}

let ids = 0;
let clock = 0;
beforeEach(() => {
  ids = 0;
  clock = 0;
});

async function keeperOf(
  server: Server,
  save: (flight: Flight) => SaveResult = server.save,
  on: AnswerShelf = shelf(),
): Promise<AnswerKeeper> {
  const parts = {
    key: 's1/paper',
    shelf: on,
    save: async (flight: Flight) => save(flight),
    wait: async () => undefined,
    gather: async () => undefined,
    now: () => (clock += 1),
    newId: () => `save-${(ids += 1)}`,
  };
  return AnswerKeeper.open(parts, server.look());
}

describe('answers of a candidate', () => {
  it('are on the server once they have settled', async () => {
    const server = new Server();
    const keeper = await keeperOf(server);
    keeper.write('q1', words('one'));
    keeper.write('q1', words('one two'));
    keeper.mark('q2', true);
    expect(await keeper.settle()).toBe(true);
    expect(server.answers).toMatchObject({
      q1: { value: words('one two'), marked: false },
      q2: { value: null, marked: true },
    });
    expect(keeper.current()).toMatchObject({ state: 'saved', unsaved: 0 });
  });

  it('wait out a network that is gone, with the same save until it is answered', async () => {
    const server = new Server();
    const answers = [no('OFFLINE'), no('UNAVAILABLE'), no('OFFLINE')];
    const sent: string[] = [];
    const keeper = await keeperOf(server, (flight) => {
      sent.push(flight.saveId);
      return answers.shift() ?? server.save(flight);
    });
    keeper.write('q1', words('kept'));
    expect(await keeper.settle()).toBe(true);
    expect(sent).toEqual(['save-1', 'save-1', 'save-1', 'save-1']);
    expect(server.revision).toBe(1);
  });

  it('outlive the page in which they were written', async () => {
    const server = new Server();
    const kept = shelf();
    const first = await keeperOf(server, () => no('OFFLINE'), kept);
    first.write('q1', words('before the crash'));
    first.close();
    const second = await keeperOf(server, server.save, kept);
    expect(second.current().answers.q1?.value).toEqual(words('before the crash'));
    expect(await second.settle()).toBe(true);
    expect(server.answers.q1?.value).toEqual(words('before the crash'));
  });

  it('stay here when the server takes no more, and say so', async () => {
    const keeper = await keeperOf(new Server(), () => no('TOO_LATE'));
    keeper.write('q1', words('a minute late'));
    expect(await keeper.settle()).toBe(false);
    expect(keeper.current()).toMatchObject({
      state: 'stopped',
      unsaved: 1,
      refused: { no: { refused: 'TOO_LATE' } },
    });
  });

  it('say when this browser keeps nothing itself', async () => {
    const forgetful: AnswerShelf = { get: async () => undefined, put: async () => false };
    const server = new Server();
    const keeper = await keeperOf(server, server.save, forgetful);
    keeper.write('q1', words('only there'));
    await keeper.settle();
    expect(keeper.current().keptHere).toBe(false);
  });

  it('of another device are kept beside mine where both wrote, and the chosen one counts', async () => {
    const server = new Server();
    const here = await keeperOf(server);
    const there = await keeperOf(server);
    there.write('q1', words('theirs'));
    await there.settle();
    here.write('q1', words('mine'));
    await here.settle();
    expect(server.answers.q1?.value).toEqual(words('mine'));
    const clash = here.current().clashes[0];
    expect(clash).toMatchObject({ question: 'q1', theirs: { value: words('theirs') } });
    if (clash) here.choose('q1', clash.theirs);
    await here.settle();
    expect(server.answers.q1?.value).toEqual(words('theirs'));
    expect(here.current().clashes).toEqual([]);
  });

  it('are never lost between two devices and an unsteady network: saved, or shown beside', async () => {
    const stroke = fc.record({
      device: fc.constantFrom(0, 1),
      question: fc.constantFrom('q1', 'q2', 'q3'),
      settles: fc.boolean(),
    });
    const weather = fc.infiniteStream(fc.constantFrom('fine', 'lost before', 'lost after'));
    await fc.assert(
      fc.asyncProperty(fc.array(stroke, { maxLength: 25 }), weather, async (strokes, days) => {
        const server = new Server();
        const unsteady = (flight: Flight): SaveResult => {
          const day = days.next().value;
          if (day === 'lost before') return no('OFFLINE');
          const result = server.save(flight);
          return day === 'lost after' ? no('OFFLINE') : result;
        };
        const devices = [await keeperOf(server, unsteady), await keeperOf(server, unsteady)] as const;
        const written: { question: string; value: AnswerValue }[] = [];
        const seenAndReplaced: unknown[] = [];
        for (const [index, { device, question, settles }] of strokes.entries()) {
          seenAndReplaced.push(devices[device].current().answers[question]?.value);
          written.push({ question, value: words(`stroke ${index}`) });
          devices[device].write(question, words(`stroke ${index}`));
          if (settles) await devices[device].settle();
        }
        for (const device of devices) await device.settle();
        const beside = devices
          .flatMap((device) => device.current().clashes)
          .flatMap(({ mine, theirs }) => [mine.value, theirs.value]);
        for (const { question, value } of written) {
          expect([server.answers[question]?.value, ...beside, ...seenAndReplaced]).toContainEqual(value);
        }
      }),
      { numRuns: 300 },
    );
  });
});
