import type { ReportedFact } from '#steps/proctored/schema';
import { createFactWatch } from './fact-watch';

const watching = (answers: readonly boolean[] = []) => {
  const reports: ReportedFact[][] = [];
  const ids = { made: 0 };
  const watch = createFactWatch({
    newId: () => `id${(ids.made += 1)}`,
    send: async (facts) => {
      reports.push(facts);
      return answers[reports.length - 1] ?? true;
    },
  });
  return { watch, reports };
};

describe('what a page notices while an exam runs (2.3)', () => {
  it('is told with its beginning, and again by the same name with its end', async () => {
    const { watch, reports } = watching();
    watch.lasts('page-left', true, 1_000);
    watch.lasts('page-left', true, 2_000);
    await watch.flush(1_500);
    watch.lasts('page-left', false, 9_000);
    await watch.flush(9_500);
    const first = { id: 'id1', fact: 'page-left', from: 1_000 };
    expect(reports).toEqual([[{ ...first, to: null }], [{ ...first, to: 9_000 }]]);
  });

  it('is told once where it was short', async () => {
    const { watch, reports } = watching();
    watch.lasts('full-screen-left', true, 1_000);
    watch.lasts('full-screen-left', false, 1_400);
    watch.happened('copied', 1_500);
    await watch.flush(2_000);
    expect(reports).toEqual([
      [
        { id: 'id1', fact: 'full-screen-left', from: 1_000, to: 1_400 },
        { id: 'id2', fact: 'copied', from: 1_500, to: 1_500 },
      ],
    ]);
    await watch.flush(9_000);
    expect(reports).toHaveLength(1);
  });

  it('is gathered: never two reports within five seconds, and one a minute where there are very many', async () => {
    const { watch, reports } = watching();
    for (let at = 0; at < 700_000; at += 1_000) {
      watch.happened('copied', at);
      await watch.flush(at);
    }
    expect(reports.length).toBeLessThanOrEqual(104);
    expect(Math.max(...reports.map((facts) => facts.length))).toBeLessThanOrEqual(50);
  });

  it('stays for the next report where the server did not take it', async () => {
    const { watch, reports } = watching([false]);
    watch.happened('pasted', 1_000);
    await watch.flush(1_000);
    await watch.flush(7_000);
    expect(reports).toHaveLength(2);
    expect(reports[1]).toEqual(reports[0]);
  });
});
