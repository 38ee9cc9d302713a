/** The address that dials. */
export const telephone = (phone: string): string => `tel:${phone.replace(/[^\d+]/g, '')}`;
