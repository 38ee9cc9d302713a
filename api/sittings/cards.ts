import type { Exam } from '#models/exam';
import type { FlowDocument } from '#protocol/flow.schema';

/** The exam as everybody of it may see it. */
export const examCard = ({ id, code, title, institution, phone, backupText }: Exam) => ({
  id,
  code,
  title,
  institution,
  phone,
  backupText,
});

export const windowOf = ({ opensAt, entryClosesAt, closesAt }: Exam) => ({
  opensAt,
  entryClosesAt,
  closesAt,
});

/** Titles and texts of the steps for the screens, without questions, criteria or anything the machine keeps. */
export const stepTextsOf = (document: FlowDocument) =>
  document.steps.map((step) => ({
    id: step.id,
    kind: step.kind,
    title: step.title,
    text: ('text' in step ? step.text : null) ?? null,
    notice: 'notice' in step ? step.notice : null,
  }));
