import { useTranslation } from 'react-i18next';
import { pickText, type Language, type LocalText } from './texts';

/** The language that the page is shown in now. */
export function useLanguage(): Language {
  return useTranslation('common').i18n.resolvedLanguage === 'en' ? 'en' : 'zh';
}

/** Reads texts that an institution configured (`{ zh, en }`) in the language of the page. */
export function useLocalText(): (text: LocalText) => string {
  const language = useLanguage();
  return (text) => pickText(text, language);
}
