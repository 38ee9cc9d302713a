import { languages, type Language } from './texts';

const PLACE = 'examhall.language';

function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** What the reader chose before, else what the browser prefers first, else Chinese. */
export function chooseLanguage(kept: string | null, preferred: readonly string[]): Language {
  if (isLanguage(kept)) return kept;
  const first = preferred[0]?.toLowerCase() ?? 'zh';
  return first.startsWith('en') ? 'en' : 'zh';
}

/** Private windows may refuse storage; the choice then lasts as long as the page. */
export function keptLanguage(storage: () => Storage): string | null {
  try {
    return storage().getItem(PLACE);
  } catch {
    return null;
  }
}

export function keepLanguage(storage: () => Storage, language: Language): void {
  try {
    storage().setItem(PLACE, language);
  } catch {
    // Not kept: the next visit asks the browser again.
  }
}

/** The value of <html lang>: the fonts and quotation marks of the two voices hang on it. */
export function htmlLang(language: Language): string {
  return language === 'en' ? 'en' : 'zh-CN';
}
