import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DispatchedPaper } from '#contract/answers';
import type { PublicQuestion } from '#protocol/paper.schema';
import { useLocalText } from '../../../../i18n/use-language';
import { numberedSections } from '../online/numbered';
import { PaperText, type PaperImages } from '../online/PaperText';
import styles from './sheets.module.css';

interface QuestionsToReadProps {
  readonly paper: Extract<DispatchedPaper, { form: 'questions' }>;
}

function Choices({ question, images }: { readonly question: PublicQuestion; readonly images: PaperImages }) {
  if (question.kind !== 'single' && question.kind !== 'multiple') return null;
  return (
    <ol className={styles.choices}>
      {question.choices.map(({ id, text }) => (
        <li key={id}>
          <span>{id}.</span>
          <div>
            <PaperText text={text} images={images} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** A paper of questions that are answered on paper: all of them one under the other, to read. */
export function QuestionsToRead({ paper: { paper, images } }: QuestionsToReadProps) {
  const { t } = useTranslation('paper');
  const local = useLocalText();
  const sections = useMemo(() => numberedSections(paper), [paper]);
  return (
    <article className={styles.reading} aria-label={local(paper.title)}>
      <h2 className={styles.readingTitle}>{local(paper.title)}</h2>
      {paper.instructions && <PaperText text={paper.instructions} images={images} />}
      {sections.map((section, at) => (
        <section key={at}>
          {section.title && <h3>{local(section.title)}</h3>}
          {section.text && <PaperText text={section.text} images={images} />}
          {section.questions.map(({ number, question }) => (
            <div key={question.id} className={styles.question}>
              <h4>
                {t('nth', { number })} <span>{t('points', { count: question.points })}</span>
              </h4>
              <PaperText text={question.text} images={images} />
              <Choices question={question} images={images} />
            </div>
          ))}
        </section>
      ))}
    </article>
  );
}
