import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { chooseLanguage, htmlLang, keepLanguage, keptLanguage } from './language';
import type { AppName } from '../ui/choose-app';
import { textsBackend } from './load-texts';
import type { Language, Namespace } from './texts';

type AppTexts = AppName;

const LATE: Namespace = 'candidateLate';

const storage = (): Storage => window.localStorage;
const OFFICE: Namespace = 'refusalsOffice';
const needed = (app: AppTexts): readonly Namespace[] =>
  app === 'candidate' ? ['common', 'refusals', app] : ['common', 'refusals', OFFICE, app];

function show(language: string): void {
  document.documentElement.lang = htmlLang(language === 'en' ? 'en' : 'zh');
}

/** The compiler sees to it that both languages are whole, so only the reader's own is fetched. */
function has(language: Language, texts: readonly string[]): boolean {
  return texts.every((namespace) => i18next.hasResourceBundle(language, namespace));
}

/**
 * Loads the words of one app in the reader's language. Resolves when the first page can be drawn without gaps.
 * @throws Error when they cannot be fetched: a page without words is not shown
 */
export async function startTexts(app: AppTexts): Promise<void> {
  const language = chooseLanguage(keptLanguage(storage), navigator.languages);
  i18next.on('languageChanged', show);
  await i18next
    .use(textsBackend)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      supportedLngs: ['zh', 'en'],
      ns: needed(app),
      defaultNS: 'common',
      fallbackNS: [LATE, OFFICE],
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  if (!has(language, needed(app))) throw new Error('The texts did not load');
}

/**
 * Fetches the words of the pages whose code comes separately, in the language shown; `candidate` falls back to them.
 * @throws Error when they cannot be fetched, so that the page is asked for again
 */
export const lateTexts = (): Promise<void> => moreTexts(LATE);

/**
 * Fetches the words of a page that comes with a namespace of its own, in the language shown.
 * @throws Error when they cannot be fetched, so that the page is asked for again
 */
export async function moreTexts(namespace: Namespace): Promise<void> {
  const { language } = i18next;
  const isHere = (): boolean => i18next.hasResourceBundle(language, namespace);
  await i18next.loadNamespaces(namespace);
  if (!isHere()) await i18next.reloadResources([language], [namespace]);
  if (!isHere()) throw new Error(`The texts of ${namespace} did not load`);
}

/**
 * Switches every mounted page at once. The texts are fetched first, so nothing unmounts and no input is lost;
 * without a network the page stays in the language it has.
 */
export async function switchLanguage(language: Language): Promise<void> {
  const { ns } = i18next.options;
  const texts = Array.isArray(ns) ? ns : [];
  if (!has(language, texts)) await i18next.reloadResources([language], texts);
  if (!has(language, texts)) return;
  await i18next.changeLanguage(language);
  keepLanguage(storage, language);
}
