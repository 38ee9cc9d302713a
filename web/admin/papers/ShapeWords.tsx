import { useTranslation } from 'react-i18next';
import type { PaperCard } from '#contract/papers';

/** What a paper consists of, in one line. */
export function ShapeWords(shape: Pick<PaperCard, 'form' | 'pages' | 'questions' | 'points'>) {
  const { t } = useTranslation('paperAdmin');
  const { form, pages, questions, points } = shape;
  if (form === 'pdf') return <>{`PDF · ${t('pages', { count: pages ?? 0 })}`}</>;
  return <>{`${t('questions', { count: questions ?? 0 })} · ${t('points', { count: points ?? 0 })}`}</>;
}
