/** The shape that a translation of `T` must have: the same keys, and for each counted text (`x_other`) its singular (`x_one`). */
export type Texts<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]>;
} & {
  readonly [K in keyof T as K extends `${infer Name}_other` ? `${Name}_one` : never]: string;
};

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

export const namespaces = [
  'common',
  'candidate',
  'candidateLate',
  'staff',
  'admin',
  'archive',
  'results',
  'examOffice',
  'help',
  'support',
  'secretary',
  'rehearsal',
  'paper',
  'paperStaff',
  'paperAdmin',
  'sheets',
  'proctored',
  'recording',
  'time',
  'refusals',
  'refusalsOffice',
  'video',
] as const;
export type Namespace = (typeof namespaces)[number];

/** A text that an institution wrote in its flow: Chinese always, English where it has one. */
export interface LocalText {
  readonly zh: string;
  readonly en?: string | undefined;
}

/** The text in `language`; Chinese where a translation is missing, so that nothing is ever blank. */
export function pickText(text: LocalText, language: Language): string {
  return (language === 'en' ? text.en : undefined) || text.zh;
}
