/** Whether this page was opened from what this device keeps, since the server did not answer. */
export const openedWithoutServer = (): boolean =>
  document.head.querySelector('meta[name="without-server"]') !== null;

/**
 * Lets this device keep the first page for the time when the server is gone. Browsers that cannot, or do not trust
 * our certificate, go on without.
 */
export function keepForLater(): void {
  navigator.serviceWorker?.register('/sw.js').catch(() => undefined);
}
