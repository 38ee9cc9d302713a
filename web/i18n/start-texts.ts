import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { chooseLanguage, htmlLang, keepLanguage, keptLanguage } from './language';
import { textsBackend } from './load-texts';
import type { Language, Namespace } from './texts';

const storage = (): Storage => window.localStorage;

function show(language: string): void {
  document.documentElement.lang = htmlLang(language === 'en' ? 'en' : 'zh');
}

/** Loads the words of one app in the reader's language. Resolves when the first page can be drawn without gaps. */
export async function startTexts(app: Exclude<Namespace, 'common' | 'refusals'>): Promise<void> {
  i18next.on('languageChanged', show);
  await i18next
    .use(textsBackend)
    .use(initReactI18next)
    .init({
      lng: chooseLanguage(keptLanguage(storage), navigator.languages),
      fallbackLng: 'zh',
      supportedLngs: ['zh', 'en'],
      ns: ['common', 'refusals', app],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      returnNull: false,
    });
}

/** Switches every mounted page at once; i18next loads the texts first, so nothing unmounts and no input is lost. */
export async function switchLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  keepLanguage(storage, language);
}
