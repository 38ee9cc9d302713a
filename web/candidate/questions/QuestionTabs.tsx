import { useTranslation } from 'react-i18next';
import { useLocalText } from '../../i18n/use-language';
import { Segmented } from '../../ui/Segmented';
import type { Question } from './use-question';
import styles from './QuestionViewer.module.css';

interface QuestionTabsProps {
  readonly ids: readonly string[];
  readonly questions: Readonly<Record<string, Question>>;
  readonly shown: string;
  readonly onShow: (id: string) => void;
}

/** All questions that were dispatched, the newest last. */
export function QuestionTabs({ ids, questions, shown, onShow }: QuestionTabsProps) {
  const { t } = useTranslation('candidate');
  const local = useLocalText();
  return (
    <div className={styles.tabs}>
      <Segmented
        label={t('questions.all')}
        value={shown}
        onChange={onShow}
        options={ids.map((id, index) => {
          const question = questions[id];
          return { value: id, text: question ? local(question.title) : t('questions.nth', { n: index + 1 }) };
        })}
      />
    </div>
  );
}
