import fc from 'fast-check';
import type { RichBlock } from '#protocol/paper.schema';
import { countWords } from './count-words';
import { blocksOf, docOf } from './essay-schema';

const yes = fc.constant(true as const);
const run = fc.record(
  {
    text: fc.string({ minLength: 1, maxLength: 8 }),
    bold: yes,
    italic: yes,
    underline: yes,
    raised: fc.constantFrom('sub' as const, 'sup' as const),
  },
  { requiredKeys: ['text'] },
);
const block = fc.record({
  kind: fc.constantFrom(
    'p' as const,
    'heading' as const,
    'bullet' as const,
    'number' as const,
    'quote' as const,
  ),
  runs: fc.array(run, { maxLength: 3 }),
});
const textOf = (blocks: readonly RichBlock[]): string[] =>
  blocks.map(({ kind, runs }) => `${kind}: ${runs.map((each) => each.text).join('')}`);

describe('an essay', () => {
  it('comes out of the editor as it went in', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
        const once = blocksOf(docOf(blocks));
        expect(textOf(once)).toEqual(textOf(blocks));
        expect(blocksOf(docOf(once))).toEqual(once);
      }),
    );
  });

  it('keeps what its words look like', () => {
    const blocks: RichBlock[] = [
      {
        kind: 'p',
        runs: [{ text: 'H' }, { text: '2', raised: 'sub' }, { text: 'O', bold: true, italic: true }],
      },
    ];
    expect(blocksOf(docOf(blocks))).toEqual(blocks);
  });

  it('is one empty paragraph where nothing was written', () => {
    expect(blocksOf(docOf([]))).toEqual([{ kind: 'p', runs: [] }]);
  });

  it.each([
    ['留白是一种方法。', 7],
    ['In 1960, design-led posters didn’t shout.', 6],
    ['以 1960 年代的 poster 为例', 8],
    [' ，。 ', 0],
  ])('counts %s as %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});
