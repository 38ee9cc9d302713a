import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What a receipt is for: this command, word for word, of this sitting. */
export interface ReceiptFor {
  readonly sittingId: string;
  readonly commandId: string;
  /** What was asked: another wish under the same id is not covered by the receipt. */
  readonly asked: unknown;
}

/**
 * A command that we could not take keeps the time at which it came: the browser presents the receipt with the
 * repeat, and the deadline is judged by the first stamp.
 */
export function createReceipts(signingKey: Buffer) {
  const macOf = ({ sittingId, commandId, asked }: ReceiptFor, receivedAt: number): Buffer => {
    const digest = createHash('sha256').update(JSON.stringify(asked)).digest('hex');
    const text = `command receipt\n${sittingId}\n${commandId}\n${digest}\n${receivedAt}`;
    return createHmac('sha256', signingKey).update(text).digest();
  };

  const sign = (given: ReceiptFor, receivedAt: number): string =>
    `${receivedAt}.${macOf(given, receivedAt).toString('base64url')}`;

  /** The first time stamp; null for a receipt that is not ours or not for this. */
  const read = (given: ReceiptFor, receipt: string): number | null => {
    const [stamp = '', mac = ''] = receipt.split('.');
    const receivedAt = Number(stamp);
    if (!Number.isSafeInteger(receivedAt)) return null;
    const expected = macOf(given, receivedAt);
    const presented = Buffer.from(mac, 'base64url');
    const good = presented.length === expected.length && timingSafeEqual(presented, expected);
    return good ? receivedAt : null;
  };

  return { sign, read };
}
