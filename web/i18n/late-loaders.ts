import type { FirstNamespace, Loader } from './load-texts';
import type { Language, Namespace } from './texts';

/** Texts of pages that come late, and of everybody else than candidates. */
export const lateLoaders: Record<Language, Record<Exclude<Namespace, FirstNamespace>, Loader>> = {
  zh: {
    staff: () => import('./zh/staff').then((file) => file.staff),
    admin: () => import('./zh/admin').then((file) => file.admin),
    archive: () => import('./zh/archive').then((file) => file.archive),
    results: () => import('./zh/results').then((file) => file.results),
    examOffice: () => import('./zh/exam-office').then((file) => file.examOffice),
    support: () => import('./zh/support').then((file) => file.support),
    paper: () => import('./zh/paper').then((file) => file.paper),
    paperStaff: () => import('./zh/paper-staff').then((file) => file.paperStaff),
    paperAdmin: () => import('./zh/paper-admin').then((file) => file.paperAdmin),
    sheets: () => import('./zh/sheets').then((file) => file.sheets),
    proctored: () => import('./zh/proctored').then((file) => file.proctored),
    recording: () => import('./zh/recording').then((file) => file.recording),
    rehearsal: () => import('./zh/rehearsal').then((file) => file.rehearsal),
    secretary: () => import('./zh/secretary').then((file) => file.secretary),
    refusalsOffice: () => import('./zh/refusals-office').then((file) => file.refusalsOffice),
  },
  en: {
    staff: () => import('./en/staff').then((file) => file.staff),
    admin: () => import('./en/admin').then((file) => file.admin),
    archive: () => import('./en/archive').then((file) => file.archive),
    results: () => import('./en/results').then((file) => file.results),
    examOffice: () => import('./en/exam-office').then((file) => file.examOffice),
    support: () => import('./en/support').then((file) => file.support),
    paper: () => import('./en/paper').then((file) => file.paper),
    paperStaff: () => import('./en/paper-staff').then((file) => file.paperStaff),
    paperAdmin: () => import('./en/paper-admin').then((file) => file.paperAdmin),
    sheets: () => import('./en/sheets').then((file) => file.sheets),
    proctored: () => import('./en/proctored').then((file) => file.proctored),
    recording: () => import('./en/recording').then((file) => file.recording),
    rehearsal: () => import('./en/rehearsal').then((file) => file.rehearsal),
    secretary: () => import('./en/secretary').then((file) => file.secretary),
    refusalsOffice: () => import('./en/refusals-office').then((file) => file.refusalsOffice),
  },
};
