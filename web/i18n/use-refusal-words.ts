import { useTranslation } from 'react-i18next';
import type { Refusal } from '#protocol/refusals';
import { useServerClock } from '../ui/server-clock';
import { clockTime } from './times';
import type { RefusalText } from './refusal-texts';
import { refusalWords, type RefusalWords } from './refusal-words';

/** Turns refusals into the sentences of the page's language. */
export function useRefusalWords(): (refusal: Refusal) => RefusalWords {
  const { t } = useTranslation('refusals');
  const { zone } = useServerClock();
  return ({ refused, details = {} }) => {
    const text: RefusalText = t(refused, { returnObjects: true, skipInterpolation: true });
    return refusalWords(text, details, (at) => clockTime(at, zone));
  };
}
