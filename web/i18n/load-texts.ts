import type { BackendModule } from 'i18next';
import { languages, namespaces, type Language } from './texts';

export type Loader = () => Promise<object>;

/** Each language and app comes as a file of its own, so a candidate never loads the staff's words. */
const loaders = {
  zh: {
    common: () => import('./zh/common').then((file) => file.common),
    candidate: () => import('./zh/candidate-first').then((file) => file.candidateFirst),
    candidateLate: () => import('./zh/candidate-late').then((file) => file.candidateLate),
    help: () => import('./zh/help').then((file) => file.help),
    time: () => import('./zh/time').then((file) => file.time),
    refusals: () => import('./zh/refusals-first').then((file) => file.refusalsFirst),
    video: () => import('./zh/video').then((file) => file.video),
  },
  en: {
    common: () => import('./en/common').then((file) => file.common),
    candidate: () => import('./en/candidate-first').then((file) => file.candidateFirst),
    candidateLate: () => import('./en/candidate-late').then((file) => file.candidateLate),
    help: () => import('./en/help').then((file) => file.help),
    time: () => import('./en/time').then((file) => file.time),
    refusals: () => import('./en/refusals-first').then((file) => file.refusalsFirst),
    video: () => import('./en/video').then((file) => file.video),
  },
} satisfies Record<Language, Record<string, Loader>>;
export type FirstNamespace = keyof typeof loaders.zh;

const isFirst = (namespace: string): namespace is FirstNamespace => namespace in loaders.zh;

/** @throws Error for texts that there are not, or that could not be fetched */
async function load(language: string, namespace: string): Promise<object> {
  const known = languages.find((one) => one === language);
  const name = namespaces.find((one) => one === namespace);
  if (!known || !name) throw new Error(`No texts for ${language}/${namespace}`);
  if (isFirst(name)) return loaders[known][name]();
  const { lateLoaders } = await import('./late-loaders');
  return lateLoaders[known][name]();
}

/** Lets i18next fetch texts as code-split modules: hashed files of our own, under the same policy as the rest. */
export const textsBackend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, namespace, done) {
    load(language, namespace).then(
      (texts) => done(null, { ...texts }),
      (fault: unknown) => done(fault instanceof Error ? fault : new Error(String(fault)), true),
    );
  },
};
