import { passesOf, sampleOf } from './cells';
import { diceOf } from './dice';
import { shippedFlows } from './flows';
import { readOptions, targets } from './options';
import { ENTER } from './plays/plays';

const options = (...given: string[]) => readOptions(['--seed', '1', ...given], '/nowhere');
const pairs = (given: ReturnType<typeof passesOf>) =>
  given.flatMap(({ acts }) => acts.flatMap(({ act, target }) => (target ? [`${target} ${act.id}`] : [])));

describe('the cells of the table', () => {
  it.each(shippedFlows(null).map((flow) => [flow.name, flow] as const))(
    'are every target at every step of %s, each once',
    (_, flow) => {
      const steps = [ENTER, ...flow.document.steps.map(({ id }) => id)];
      const wanted = targets.flatMap((target) => steps.map((step) => `${target} ${step}`));
      expect(pairs(passesOf(flow, options())).sort()).toEqual(wanted.sort());
    },
  );

  it('leave out what was not asked for, and end the walk there', () => {
    const [flow] = shippedFlows(['interview']);
    if (!flow) throw new Error('no flow');
    const passes = passesOf(flow, options('--targets', 'api', '--steps', 'pledge'));
    expect(pairs(passes)).toEqual(['api pledge']);
    expect(passes[0]?.acts.map(({ act }) => act.id)).toEqual([ENTER, 'notice', 'pledge']);
  });

  it('are drawn the same by the same seed', () => {
    const draw = (seed: string) =>
      pairs(
        sampleOf(
          shippedFlows(null).flatMap((flow) => passesOf(flow, options())),
          2,
          diceOf(seed),
        ),
      );
    expect(draw('5')).toEqual(draw('5'));
    expect(draw('5')).toHaveLength(2);
    expect(new Set(Array.from({ length: 20 }, (_, seed) => String(draw(String(seed))))).size).toBeGreaterThan(
      5,
    );
  });
});

describe('the options', () => {
  it.each(['--target=api', '--targets=disk', '--break=other'])('refuse %s', (word) =>
    expect(() => options(word)).toThrow(),
  );
  it('draw a seed where none is given', () => expect(readOptions([], '/nowhere').seed).toMatch(/^\d+$/));
});
