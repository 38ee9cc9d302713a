import { useTranslation } from 'react-i18next';
import type { Answers, PublicPaper } from '#protocol/paper.schema';
import { countWords } from '../../candidate/steps/paper/essay/count-words';
import { isAnswered, numberedSections, type Numbered } from '../../candidate/steps/paper/online/numbered';
import { PaperText, type PaperImages } from '../../candidate/steps/paper/online/PaperText';
import { useLocalText } from '../../i18n/use-language';
import { Pill } from '../../ui/Pill';
import { AnswerShown } from './AnswerShown';
import styles from './written.module.css';

interface WrittenPaperProps {
  readonly paper: PublicPaper;
  readonly images: PaperImages;
  /** Null: only the paper. */
  readonly answers: Answers | null;
}

/** A whole paper of questions on one long sheet, as its candidate saw it, with his answers in their places. */
export function WrittenPaper({ paper, images, answers }: WrittenPaperProps) {
  const text = useLocalText();
  return (
    <article className={styles.paper}>
      <h2 className={styles.title}>{text(paper.title)}</h2>
      {paper.instructions && (
        <div className={styles.aside}>
          <PaperText text={paper.instructions} images={images} />
        </div>
      )}
      {numberedSections(paper).map((section, index) => (
        <section key={index} className={styles.section}>
          {section.title && <h3 className={styles.sectionTitle}>{text(section.title)}</h3>}
          {section.text && (
            <div className={styles.aside}>
              <PaperText text={section.text} images={images} />
            </div>
          )}
          {section.questions.map((at) => (
            <Question key={at.question.id} at={at} images={images} answers={answers} />
          ))}
        </section>
      ))}
    </article>
  );
}

function Question({
  at: { number, question },
  images,
  answers,
}: Pick<WrittenPaperProps, 'images' | 'answers'> & { readonly at: Numbered }) {
  const { t } = useTranslation('paper');
  const { t: own } = useTranslation('paperStaff');
  const value = answers?.[question.id]?.value ?? null;
  const words =
    value?.kind === 'essay'
      ? countWords(value.blocks.map(({ runs }) => runs.map((run) => run.text).join('')).join('\n'))
      : null;
  return (
    <section className={styles.question} aria-label={t('nth', { number })}>
      <header className={styles.head}>
        <h4 className={styles.nth}>
          {t('nth', { number })} · {t(`kinds.${question.kind}`)}{' '}
          <span className={styles.dim}>{t('points', { count: question.points })}</span>
        </h4>
        {answers && !isAnswered(value) && <Pill icon="minus">{own('reading.unanswered')}</Pill>}
        {words !== null && <span className={styles.dim}>{t('words', { count: words })}</span>}
      </header>
      <AnswerShown question={question} value={value} images={images} answered={answers !== null} />
    </section>
  );
}
