/** Six figures in two groups of three, as one reads them out. */
export const groupedCode = (code: string): string => code.replace(/^(\d{3})(\d{3})$/, '$1 $2');

/** What was typed, without spaces and full-width figures; null until it is six figures. */
export function codeOf(typed: string): string | null {
  const figures = typed.normalize('NFKC').replace(/\D/g, '');
  return figures.length === 6 ? figures : null;
}

/** The address one types on the phone: without the protocol, which browsers add. */
export const typedAddress = (url: string): string => `${new URL(url).host}/pair`;
