import type { LocalText } from '#protocol/text.schema';
import type { StepConfig } from '#steps/schemas';
import type { Path } from './yaml-source';

interface Placed {
  readonly at: number;
  readonly step: Extract<StepConfig, { kind: 'recording' }>;
}
interface Found {
  readonly path: Path;
  readonly message: LocalText;
}

const positionsOf = ({ at, step }: Placed, joined: readonly unknown[]): readonly Found[] => {
  const { positions, sound } = step;
  const found: Found[] = [];
  if (new Set(positions).size < positions.length)
    found.push({
      path: ['steps', at, 'positions'],
      message: { zh: '同一个机位写了两次。', en: 'The same position is named twice.' },
    });
  if (!positions.includes(sound))
    found.push({
      path: ['steps', at, 'sound'],
      message: {
        zh: `第 ${sound} 机位不录制，不能用它的声音。`,
        en: `Position ${sound} does not record, so its sound cannot count.`,
      },
    });
  if (positions.includes(2) && !joined.includes('cameras'))
    found.push({
      path: ['steps', at, 'positions'],
      message: {
        zh: '第二机位要录制，之前要先有连接第二摄像头的步骤（kind: cameras）；或改为 positions: [1]。',
        en: 'Position 2 records, so it has to be joined before (kind: cameras); or write positions: [1].',
      },
    });
  return found;
};

/** Every question read and recorded once has to fit into the time of the step. */
const timesOf = ({ at, step }: Placed): readonly Found[] => {
  const needed = step.questions.reduce(
    (sum, { prepareSeconds, maxSeconds }) => sum + prepareSeconds + maxSeconds,
    0,
  );
  if (needed <= step.minutes * 60) return [];
  const minutes = Math.ceil(needed / 60);
  return [
    {
      path: ['steps', at, 'minutes'],
      message: {
        zh: `准备和录制各一次就要 ${minutes} 分钟，${step.minutes} 分钟不够。`,
        en: `Preparing and recording once takes ${minutes} minutes; ${step.minutes} are too few.`,
      },
    },
  ];
};

const namesOf = ({ at, step }: Placed): readonly Found[] =>
  step.questions.flatMap(({ id }, index) =>
    step.questions.findIndex((other) => other.id === id) < index
      ? [
          {
            path: ['steps', at, 'questions', index, 'id'],
            message: { zh: `题目名 ${id} 用了两次。`, en: `The question name ${id} is used twice.` },
          },
        ]
      : [],
  );

/** What recorded steps must fulfil beyond their form. @param kinds of every step, in their order */
export const recordingFaults = (
  steps: readonly { readonly at: number; readonly step: StepConfig }[],
  kinds: readonly unknown[],
): readonly Found[] =>
  steps
    .filter((placed): placed is Placed => placed.step.kind === 'recording')
    .flatMap((placed) => [
      ...positionsOf(placed, kinds.slice(0, placed.at)),
      ...timesOf(placed),
      ...namesOf(placed),
    ]);
