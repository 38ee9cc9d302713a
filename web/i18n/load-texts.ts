import type { BackendModule } from 'i18next';
import { languages, namespaces, type Language, type Namespace } from './texts';

type Loader = () => Promise<object>;

/** Each language and app comes as a file of its own, so a candidate never loads the staff's words. */
const loaders: Record<Language, Record<Namespace, Loader>> = {
  zh: {
    common: () => import('./zh/common').then((file) => file.common),
    candidate: () => import('./zh/candidate-first').then((file) => file.candidateFirst),
    candidateLate: () => import('./zh/candidate-late').then((file) => file.candidateLate),
    staff: () => import('./zh/staff').then((file) => file.staff),
    admin: () => import('./zh/admin').then((file) => file.admin),
    archive: () => import('./zh/archive').then((file) => file.archive),
    results: () => import('./zh/results').then((file) => file.results),
    examOffice: () => import('./zh/exam-office').then((file) => file.examOffice),
    help: () => import('./zh/help').then((file) => file.help),
    support: () => import('./zh/support').then((file) => file.support),
    paper: () => import('./zh/paper').then((file) => file.paper),
    paperStaff: () => import('./zh/paper-staff').then((file) => file.paperStaff),
    paperAdmin: () => import('./zh/paper-admin').then((file) => file.paperAdmin),
    sheets: () => import('./zh/sheets').then((file) => file.sheets),
    proctored: () => import('./zh/proctored').then((file) => file.proctored),
    time: () => import('./zh/time').then((file) => file.time),
    recording: () => import('./zh/recording').then((file) => file.recording),
    rehearsal: () => import('./zh/rehearsal').then((file) => file.rehearsal),
    secretary: () => import('./zh/secretary').then((file) => file.secretary),
    refusals: () => import('./zh/refusals-first').then((file) => file.refusalsFirst),
    refusalsOffice: () => import('./zh/refusals-office').then((file) => file.refusalsOffice),
    video: () => import('./zh/video').then((file) => file.video),
  },
  en: {
    common: () => import('./en/common').then((file) => file.common),
    candidate: () => import('./en/candidate-first').then((file) => file.candidateFirst),
    candidateLate: () => import('./en/candidate-late').then((file) => file.candidateLate),
    staff: () => import('./en/staff').then((file) => file.staff),
    admin: () => import('./en/admin').then((file) => file.admin),
    archive: () => import('./en/archive').then((file) => file.archive),
    results: () => import('./en/results').then((file) => file.results),
    examOffice: () => import('./en/exam-office').then((file) => file.examOffice),
    help: () => import('./en/help').then((file) => file.help),
    support: () => import('./en/support').then((file) => file.support),
    paper: () => import('./en/paper').then((file) => file.paper),
    paperStaff: () => import('./en/paper-staff').then((file) => file.paperStaff),
    paperAdmin: () => import('./en/paper-admin').then((file) => file.paperAdmin),
    sheets: () => import('./en/sheets').then((file) => file.sheets),
    proctored: () => import('./en/proctored').then((file) => file.proctored),
    time: () => import('./en/time').then((file) => file.time),
    recording: () => import('./en/recording').then((file) => file.recording),
    rehearsal: () => import('./en/rehearsal').then((file) => file.rehearsal),
    secretary: () => import('./en/secretary').then((file) => file.secretary),
    refusals: () => import('./en/refusals-first').then((file) => file.refusalsFirst),
    refusalsOffice: () => import('./en/refusals-office').then((file) => file.refusalsOffice),
    video: () => import('./en/video').then((file) => file.video),
  },
};

function loaderOf(language: string, namespace: string): Loader | undefined {
  const knownLanguage = languages.find((known) => known === language);
  const knownNamespace = namespaces.find((known) => known === namespace);
  return knownLanguage && knownNamespace ? loaders[knownLanguage][knownNamespace] : undefined;
}

/** Lets i18next fetch texts as code-split modules: hashed files of our own, under the same policy as the rest. */
export const textsBackend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, namespace, done) {
    const load = loaderOf(language, namespace);
    if (!load) return done(new Error(`No texts for ${language}/${namespace}`), false);
    load().then(
      (texts) => done(null, { ...texts }),
      (fault: unknown) => done(fault instanceof Error ? fault : new Error(String(fault)), true),
    );
  },
};
