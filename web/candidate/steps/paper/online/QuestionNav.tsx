import { useTranslation } from 'react-i18next';
import type { Answers } from '#protocol/paper.schema';
import { useLocalText } from '../../../../i18n/use-language';
import { Icon } from '../../../../ui/Icon';
import { isAnswered, progressOf, type Numbered, type NumberedSection } from './numbered';
import styles from './nav.module.css';

interface QuestionNavProps {
  readonly sections: readonly NumberedSection[];
  readonly answers: Answers;
  /** The id of the question that is shown. */
  readonly shown: string;
  readonly onShow: (id: string) => void;
}

/** Every question at a glance: answered, empty, marked, and where one is. */
export function QuestionNav({ sections, answers, shown, onShow }: QuestionNavProps) {
  const { t } = useTranslation('paper');
  const local = useLocalText();
  const { all, answered } = progressOf(sections, answers);
  const square = ({ number, question }: Numbered) => {
    const done = isAnswered(answers[question.id]?.value);
    const marked = answers[question.id]?.marked ?? false;
    const words = [
      t('nth', { number }),
      t(done ? 'answered' : 'empty'),
      ...(marked ? [t('markedWord')] : []),
    ];
    return (
      <button
        key={question.id}
        type="button"
        className={styles.square}
        data-done={done || undefined}
        aria-current={question.id === shown ? 'step' : undefined}
        aria-label={words.join(' · ')}
        onClick={() => onShow(question.id)}
      >
        {number}
        {marked && <span className={styles.flag} aria-hidden="true" />}
      </button>
    );
  };
  return (
    <nav className={styles.nav} aria-label={t('questions')}>
      <p className={styles.count}>{t('answeredOf', { answered, all })}</p>
      {sections.map(({ title, questions }, index) => (
        <section key={index} className={styles.section}>
          <div className={styles.head}>
            <h2 className={styles.title}>{title ? local(title) : t('section', { number: index + 1 })}</h2>
            <span>{t('questionCount', { count: questions.length })}</span>
          </div>
          <div className={styles.squares}>{questions.map(square)}</div>
        </section>
      ))}
      <ul className={styles.legend} aria-hidden="true">
        <li>
          <span className={styles.key} data-is="now" />
          {t('now')}
        </li>
        <li>
          <span className={styles.key} data-is="done" />
          {t('answered')}
        </li>
        <li>
          <span className={styles.key} data-is="empty" />
          {t('empty')}
        </li>
        <li>
          <Icon name="flag" />
          {t('markedWord')}
        </li>
      </ul>
    </nav>
  );
}
