import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../../../i18n/use-language';
import { Button } from '../../../../ui/Button';
import type { KeptPaper } from '../answers/use-answers';
import { AnswerField } from './AnswerField';
import { ClashNote } from './ClashNote';
import type { Numbered, NumberedSection } from './numbered';
import { PaperText, type PaperImages } from './PaperText';
import styles from './question.module.css';

interface QuestionSheetProps extends KeptPaper {
  readonly at: Numbered;
  readonly section: NumberedSection;
  readonly images: PaperImages;
  readonly locked: boolean;
}

/** One question on its sheet: number, kind, points, its words, and the place for the answer. */
export function QuestionSheet({ at, section, images, locked, keeper, kept }: QuestionSheetProps) {
  const { t } = useTranslation('paper');
  const local = useLocalText();
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  const { question, number } = at;
  const { id } = question;
  useEffect(() => {
    if (!first.current) heading.current?.focus();
    first.current = false;
  }, [id]);
  const answer = kept.answers[id];
  return (
    <article className={styles.sheet} aria-label={t('nth', { number })}>
      {section.title && <p className={styles.sectionTitle}>{local(section.title)}</p>}
      {section.text && (
        <div className={styles.sectionText}>
          <PaperText text={section.text} images={images} />
        </div>
      )}
      <header className={styles.head}>
        <h2 className={styles.title} tabIndex={-1} ref={heading}>
          {t('nth', { number })} · {t(`kinds.${question.kind}`)}{' '}
          <span className={styles.points}>{t('points', { count: question.points })}</span>
        </h2>
        <Button
          kind="quiet"
          size="small"
          icon="flag"
          aria-pressed={answer?.marked ?? false}
          disabledReason={locked ? t('locked') : null}
          onClick={() => keeper.mark(id, !answer?.marked)}
        >
          {t(answer?.marked ? 'unmark' : 'mark')}
        </Button>
      </header>
      <ClashNote
        clashes={kept.clashes.filter((clash) => clash.question === id)}
        current={answer?.value ?? null}
        onChoose={(chosen) => keeper.choose(id, { ...chosen, marked: answer?.marked ?? false })}
      />
      <AnswerField
        key={id}
        question={question}
        value={answer?.value ?? null}
        images={images}
        locked={locked}
        onWrite={(value) => keeper.write(id, value)}
      />
    </article>
  );
}
