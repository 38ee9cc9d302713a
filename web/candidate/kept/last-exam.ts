import { z } from 'zod';
import { localText } from '#protocol/text.schema';

/** What a page can still say when the server is out of reach: whom to call, and the institution's own words. */
const lastExam = z.object({
  title: localText,
  institution: localText,
  phone: z.string(),
  backupText: localText,
});
export type LastExam = z.infer<typeof lastExam>;

const PLACE = 'examhall.exam';

export function keepExam(storage: () => Storage, exam: LastExam): void {
  const { title, institution, phone, backupText } = exam;
  try {
    storage().setItem(PLACE, JSON.stringify({ title, institution, phone, backupText }));
  } catch {
    // Not kept: the page then knows only what it shows now.
  }
}

export function keptExam(storage: () => Storage): LastExam | null {
  try {
    return lastExam.parse(JSON.parse(storage().getItem(PLACE) ?? 'null'));
  } catch {
    return null;
  }
}
