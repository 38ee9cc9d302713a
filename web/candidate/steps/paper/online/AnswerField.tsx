import { useTranslation } from 'react-i18next';
import type { AnswerValue, PublicQuestion } from '#protocol/paper.schema';
import { Check } from '../../../../ui/Check';
import { EssayEditor } from '../essay/EssayEditor';
import { PaperText, type PaperImages } from './PaperText';
import styles from './question.module.css';

interface AnswerFieldProps<Q extends PublicQuestion = PublicQuestion> {
  readonly question: Q;
  readonly value: AnswerValue | null;
  readonly images: PaperImages;
  /** The time is up: what stands there can be read. */
  readonly locked: boolean;
  readonly onWrite: (value: AnswerValue | null) => void;
}

type Of<K extends PublicQuestion['kind']> = AnswerFieldProps<Extract<PublicQuestion, { kind: K }>>;

function SingleField({ question, value, images, locked, onWrite }: Of<'single'>) {
  const chosen = value?.kind === 'single' ? value.choice : null;
  return question.choices.map(({ id, text }) => (
    <Check
      key={id}
      kind="radio"
      name={question.id}
      checked={chosen === id}
      aria-disabled={locked || undefined}
      onChange={() => !locked && onWrite({ kind: 'single', choice: id })}
    >
      <span className={styles.choice}>
        <span className={styles.letter}>{id}</span>
        <span className={styles.choiceText}>
          <PaperText text={text} images={images} />
        </span>
      </span>
    </Check>
  ));
}

function MultipleField({ question, value, images, locked, onWrite }: Of<'multiple'>) {
  const chosen = value?.kind === 'multiple' ? value.choices : [];
  const toggle = (id: string): void => {
    if (locked) return;
    // In the order of the paper, so that the same answer is the same words.
    const choices = question.choices
      .map((choice) => choice.id)
      .filter((each) => (each === id ? !chosen.includes(id) : chosen.includes(each)));
    onWrite(choices.length > 0 ? { kind: 'multiple', choices } : null);
  };
  return question.choices.map(({ id, text }) => (
    <Check
      key={id}
      checked={chosen.includes(id)}
      aria-disabled={locked || undefined}
      onChange={() => toggle(id)}
    >
      <span className={styles.choice}>
        <span className={styles.letter}>{id}</span>
        <span className={styles.choiceText}>
          <PaperText text={text} images={images} />
        </span>
      </span>
    </Check>
  ));
}

function FillText({ question, value, images, locked, onWrite }: Of<'fill'>) {
  const { t } = useTranslation('paper');
  const blanks = value?.kind === 'fill' ? value.blanks : [];
  const write = (at: number, text: string): void => {
    const next = Array.from({ length: question.blanks }, (_, index) =>
      index === at ? text : (blanks[index] ?? ''),
    );
    onWrite(next.some((each) => each !== '') ? { kind: 'fill', blanks: next } : null);
  };
  return (
    <PaperText
      text={question.text}
      images={images}
      blank={(number) => (
        <input
          className={styles.blank}
          aria-label={t('blank', { number })}
          value={blanks[number - 1] ?? ''}
          size={Math.max(8, Math.min(40, (blanks[number - 1] ?? '').length + 2))}
          maxLength={500}
          readOnly={locked}
          autoComplete="off"
          onChange={(event) => write(number - 1, event.target.value)}
        />
      )}
    />
  );
}

function EssayField({ question, value, locked, onWrite }: Of<'essay'>) {
  const { t } = useTranslation('paper');
  return (
    <EssayEditor
      label={t('essayLabel')}
      blocks={value?.kind === 'essay' ? value.blocks : []}
      words={question.words}
      locked={locked}
      onWrite={(blocks) => onWrite(blocks ? { kind: 'essay', blocks } : null)}
    />
  );
}

/** The question's words and the place to answer it: by kind. Blanks stand in the words themselves. */
export function AnswerField(props: AnswerFieldProps) {
  const { question, images } = props;
  const { t } = useTranslation('paper');
  if (question.kind === 'fill') {
    return (
      <div className={styles.text}>
        <FillText {...props} question={question} />
      </div>
    );
  }
  return (
    <>
      <div className={styles.text}>
        <PaperText text={question.text} images={images} />
      </div>
      {question.kind === 'essay' ? (
        <EssayField {...props} question={question} />
      ) : (
        <div
          className={styles.choices}
          role={question.kind === 'single' ? 'radiogroup' : 'group'}
          aria-label={t(`kinds.${question.kind}`)}
        >
          {question.kind === 'single' ? (
            <SingleField {...props} question={question} />
          ) : (
            <MultipleField {...props} question={question} />
          )}
        </div>
      )}
    </>
  );
}
