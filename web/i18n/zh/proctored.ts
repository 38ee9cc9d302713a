/** Words of the exam that runs elsewhere, for the candidate and at the wall. */
export const proctored = {
  begin: '开始',
} as const;
