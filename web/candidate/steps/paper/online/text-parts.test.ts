import { textParts } from './text-parts';

describe('a text of a paper', () => {
  it('is paragraphs of words, formulas, images and blanks', () => {
    expect(textParts('设 $x^2$ 与\n$$\\int_0^1 f$$\n\n见 ![图](fig-1.png)，填 {{2}}。')).toEqual([
      [
        { kind: 'words', text: '设 ' },
        { kind: 'formula', tex: 'x^2', display: false },
        { kind: 'words', text: ' 与\n' },
        { kind: 'formula', tex: '\\int_0^1 f', display: true },
      ],
      [
        { kind: 'words', text: '见 ' },
        { kind: 'image', words: '图', name: 'fig-1.png' },
        { kind: 'words', text: '，填 ' },
        { kind: 'blank', number: 2 },
        { kind: 'words', text: '。' },
      ],
    ]);
  });

  it('keeps what looks like HTML as words', () => {
    expect(textParts('<b>1 < 2</b>')).toEqual([[{ kind: 'words', text: '<b>1 < 2</b>' }]]);
  });

  it('takes a lone dollar sign for one', () => {
    expect(textParts('5 $ each')).toEqual([[{ kind: 'words', text: '5 $ each' }]]);
  });
});
