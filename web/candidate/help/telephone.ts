/** The address that dials. */
export const telephone = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;

/** For sentences: a number that is read out is not broken over two lines. */
export const unbroken = (phone: string): string => phone.replace(/-/g, '\u2011').replace(/ /g, '\u00a0');
