import type { ExamForm } from '#contract/office-exams';
import type { FormFault } from '#contract/office-staff';
import type { Exam } from '#models/exam';
import type { LocalText } from '#protocol/text.schema';
import type { Env } from '../../env';

const YEARS_MS = 5 * 366 * 86_400_000;

/** An exam as the form holds it. */
export const formOf = (exam: Exam): ExamForm => ({
  code: exam.code,
  title: exam.title,
  institution: exam.institution,
  notices: exam.notices ?? { zh: '', en: '' },
  backupText: exam.backupText,
  phone: exam.phone,
  timeZone: exam.timeZone,
  opensAt: exam.opensAt,
  entryClosesAt: exam.entryClosesAt,
  closesAt: exam.closesAt,
  flowVersionId: exam.flowVersionId,
  videoProvider: exam.videoProvider,
  retentionDays: exam.retentionDays,
});

/** The form as columns. */
export const columnsOf = (form: ExamForm): Partial<Exam> => ({
  ...form,
  notices: form.notices.zh || form.notices.en ? form.notices : null,
});

/** Everything that is wrong with a form by itself. */
export function faultsOf(form: ExamForm, { JITSI_DOMAIN }: Pick<Env, 'JITSI_DOMAIN'>): FormFault[] {
  const { notices } = form;
  const texts = { title: form.title, institution: form.institution, backupText: form.backupText };
  return [
    ...(/^[A-Za-z0-9][A-Za-z0-9-]{1,39}$/.test(form.code) ? [] : [fault('code', badCode)]),
    ...Object.entries(texts).flatMap(([field, text]) => pairFaults(field, text)),
    ...(notices.zh || notices.en ? pairFaults('notices', notices) : []),
    ...(/^[+0-9][0-9 ()-]{4,}$/.test(form.phone) ? [] : [fault('phone', badPhone)]),
    ...(isZone(form.timeZone) ? [] : [fault('timeZone', badZone)]),
    ...dateFaults(form),
    ...(form.videoProvider === 'jitsi' && !JITSI_DOMAIN ? [fault('videoProvider', noJitsi)] : []),
    ...(form.retentionDays >= 1 && form.retentionDays <= 3_650 ? [] : [fault('retentionDays', badRetention)]),
  ];
}

type Dates = Pick<ExamForm, 'opensAt' | 'entryClosesAt' | 'closesAt'>;

export const dateFaults = ({ opensAt, entryClosesAt, closesAt }: Dates): FormFault[] => [
  ...(entryClosesAt > opensAt ? [] : [fault('entryClosesAt', entryBeforeOpening)]),
  ...(closesAt >= entryClosesAt ? [] : [fault('closesAt', closesBeforeEntry)]),
  ...(closesAt - opensAt <= YEARS_MS ? [] : [fault('closesAt', tooLong)]),
];

const pairFaults = (field: string, { zh, en }: LocalText): FormFault[] => [
  ...(zh ? [] : [fault(`${field}.zh`, missing)]),
  ...(en ? [] : [fault(`${field}.en`, missing)]),
];

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone !== '';
  } catch {
    return false;
  }
}

export const fault = (field: string, message: LocalText): FormFault => ({ field, message });

const missing: LocalText = { zh: '请填写。', en: 'Write this.' };
const badCode: LocalText = {
  zh: '考试代码用 2 到 40 位字母、数字和短横线，考生登录时要输入。',
  en: 'Two to 40 letters, figures and hyphens: candidates type it to sign in.',
};
const badPhone: LocalText = {
  zh: '请填写考务电话，只用数字、空格、加号、括号和短横线。',
  en: 'Write the office’s telephone number in figures, spaces, plus, brackets and hyphens.',
};
const badZone: LocalText = {
  zh: '不认识这个时区，例如 Asia/Shanghai。',
  en: 'There is no such time zone. An example: Asia/Shanghai.',
};
const entryBeforeOpening: LocalText = {
  zh: '停止进入要晚于开放进入。',
  en: 'Entry must close after the doors open.',
};
const closesBeforeEntry: LocalText = {
  zh: '考试结束不能早于停止进入。',
  en: 'The exam cannot end before entry closes.',
};
const tooLong: LocalText = {
  zh: '考试从开放到结束不能超过五年。',
  en: 'From opening to end it cannot be more than five years.',
};
const noJitsi: LocalText = {
  zh: '这个系统没有配置 Jitsi，请选直接连接。',
  en: 'No Jitsi is configured here. Choose direct connections.',
};
const badRetention: LocalText = { zh: '请填 1 到 3650 天。', en: 'One to 3650 days.' };
