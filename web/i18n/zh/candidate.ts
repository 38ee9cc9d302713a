export const candidate = {} as const;
