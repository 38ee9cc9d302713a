import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../../i18n/use-language';
import { Waiting } from '../../../ui/Waiting';
import { Paragraphs } from '../../parts/Paragraphs';
import type { Question } from '../../questions/use-question';
import styles from './recording.module.css';

/** The question, always on a light sheet, also over the stage. */
export function QuestionSheet({ question }: { readonly question: Question | null }) {
  const { t } = useTranslation('recording');
  const local = useLocalText();
  return (
    <section className={styles.sheet} data-theme="hall" aria-label={t('question')} tabIndex={0}>
      {question ? (
        <>
          <h2 className={styles.sheetTitle}>{local(question.title)}</h2>
          <div className={styles.sheetText}>
            {question.text && <Paragraphs text={local(question.text)} />}
          </div>
        </>
      ) : (
        <Waiting>{t('fetching')}</Waiting>
      )}
    </section>
  );
}
