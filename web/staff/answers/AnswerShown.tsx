import { useTranslation } from 'react-i18next';
import type { AnswerValue, PublicQuestion, RichBlock } from '#protocol/paper.schema';
import { PaperText, type PaperImages } from '../../candidate/steps/paper/online/PaperText';
import { classes } from '../../ui/classes';
import { Icon } from '../../ui/Icon';
import styles from './written.module.css';

interface AnswerShownProps<Q extends PublicQuestion = PublicQuestion> {
  readonly question: Q;
  readonly value: AnswerValue | null;
  readonly images: PaperImages;
  /** False: only the paper is shown, nobody's answers. */
  readonly answered: boolean;
}

type Of<K extends PublicQuestion['kind']> = AnswerShownProps<Extract<PublicQuestion, { kind: K }>>;

const chosenIn = (value: AnswerValue | null): readonly string[] => {
  if (value?.kind === 'single') return [value.choice];
  return value?.kind === 'multiple' ? value.choices : [];
};

function Choices({ question, value, images, answered }: Of<'single' | 'multiple'>) {
  const { t } = useTranslation('paperStaff');
  const chosen = chosenIn(value);
  return (
    <ul className={styles.choices}>
      {question.choices.map(({ id, text }) => {
        const isChosen = chosen.includes(id);
        return (
          <li key={id} className={classes(styles.choice, isChosen && styles.chosen)}>
            <span className={question.kind === 'single' ? styles.round : styles.box} aria-hidden="true">
              {isChosen && <Icon name="check" bold />}
            </span>
            <strong>{id}</strong>
            <div className={styles.words}>
              <PaperText text={text} images={images} />
            </div>
            {answered && isChosen && <span className={styles.mark}>{t('reading.chosen')}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function Filled({ question, value, images, answered }: Of<'fill'>) {
  const { t } = useTranslation('paperStaff');
  const blanks = value?.kind === 'fill' ? value.blanks : [];
  return (
    <PaperText
      text={question.text}
      images={images}
      blank={(number) => {
        const text = blanks[number - 1]?.trim() ?? '';
        return (
          <span className={styles.blank}>{text || (answered ? t('reading.emptyBlank') : `(${number})`)}</span>
        );
      }}
    />
  );
}

type Run = RichBlock['runs'][number];

function RunShown({ run }: { readonly run: Run }) {
  const raised =
    run.raised === 'sup' ? <sup>{run.text}</sup> : run.raised === 'sub' ? <sub>{run.text}</sub> : run.text;
  const lined = run.underline ? <u>{raised}</u> : raised;
  const slanted = run.italic ? <em>{lined}</em> : lined;
  return run.bold ? <strong>{slanted}</strong> : slanted;
}

const shapes = {
  p: undefined,
  heading: styles.heading,
  bullet: styles.bullet,
  number: styles.number,
  quote: styles.quote,
} as const satisfies Record<RichBlock['kind'], string | undefined>;

/** Blocks of runs as they were written: nothing in them is markup. */
function Essay({ blocks }: { readonly blocks: readonly RichBlock[] }) {
  return (
    <div className={styles.essay}>
      {blocks.map(({ kind, runs }, index) => (
        <p key={index} className={shapes[kind]}>
          {runs.map((run, at) => (
            <RunShown key={at} run={run} />
          ))}
        </p>
      ))}
    </div>
  );
}

/** The question's words, and what was answered where it was answered. */
export function AnswerShown(props: AnswerShownProps) {
  const { question, value, images, answered } = props;
  switch (question.kind) {
    case 'fill':
      return (
        <div className={styles.text}>
          <Filled {...props} question={question} />
        </div>
      );
    case 'single':
    case 'multiple':
      return (
        <>
          <div className={styles.text}>
            <PaperText text={question.text} images={images} />
          </div>
          <Choices question={question} value={value} images={images} answered={answered} />
        </>
      );
    case 'essay':
      return (
        <>
          <div className={styles.text}>
            <PaperText text={question.text} images={images} />
          </div>
          {value?.kind === 'essay' && <Essay blocks={value.blocks} />}
        </>
      );
  }
}
