/** The pairing token in a scanned text; null for every other code, and for those of another site. */
export function tokenIn(text: string, origin: string): string | null {
  try {
    const address = new URL(text);
    const [first, token] = address.pathname.split('/').filter(Boolean);
    return address.origin === origin && first === 'pair' && token ? decodeURIComponent(token) : null;
  } catch {
    return null;
  }
}
