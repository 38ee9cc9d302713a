import type { StepConfig } from '#steps/schemas';

export type SebValue = boolean | number | string | readonly SebValue[] | SebDict;
export interface SebDict {
  readonly [key: string]: SebValue;
}
export type ProctoredConfig = Extract<StepConfig, { kind: 'proctored' }>;

/** Every address of the hall, and what the exam itself needs; all others are blocked. */
const rule = (expression: string): SebDict => ({ action: 1, active: true, expression, regex: false });

const hostOf = (address: string): string => new URL(address).host;

/** Whatever would have to be escaped in SEB's JSON is no address of anything. */
const isPlain = (expression: string): boolean => !/["\\\u0000-\u001f]/.test(expression);

/** Where SEB is told to close itself, without a password. */
export const quitAddress = (publicUrl: string): string => `${publicUrl}/seb-quit`;

/**
 * What Safe Exam Browser is set to for one exam. Only what differs from its own safe defaults is named, so that the
 * Config Key stays the same whatever a later version adds.
 */
export function sebSettings({ exam, seb }: ProctoredConfig, publicUrl: string): SebDict {
  const ofExam = exam.at === 'address' ? [`${hostOf(exam.address)}/*`] : [];
  const allowed = [...new Set([`${hostOf(publicUrl)}/*`, ...ofExam, ...seb.allow])].filter(isPlain);
  return {
    originatorVersion: 'Examhall',
    sebConfigPurpose: 0,
    startURL: `${publicUrl}/`,
    quitURL: quitAddress(publicUrl),
    quitURLConfirm: true,
    allowQuit: true,
    ...(seb.quitPasswordSha256 && { hashedQuitPassword: seb.quitPasswordSha256 }),
    sendBrowserExamKey: true,
    browserWindowWebView: 3,
    browserMediaCaptureCamera: true,
    browserMediaCaptureMicrophone: true,
    browserMediaAutoplay: true,
    newBrowserWindowByLinkPolicy: 2,
    allowPreferencesWindow: false,
    examSessionClearCookiesOnStart: false,
    URLFilterEnable: true,
    URLFilterEnableContentFilter: false,
    URLFilterRules: allowed.map(rule),
  };
}
