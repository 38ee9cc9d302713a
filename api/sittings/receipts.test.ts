import { randomBytes } from 'node:crypto';
import { createReceipts, type ReceiptFor } from './receipts';

const receipts = createReceipts(randomBytes(32));
const command: ReceiptFor = {
  sittingId: '01J0000000000000000000000A',
  commandId: '01J0000000000000000000000B',
  asked: { stepId: 'pledge', command: { name: 'pledge.agree', version: '1', digest: 'd' } },
};

describe('a receipt', () => {
  it('gives the first time stamp back', () => {
    expect(receipts.read(command, receipts.sign(command, 1_764_000_000_123))).toBe(1_764_000_000_123);
  });

  it.each([
    ['another sitting', { sittingId: '01J0000000000000000000000C' }],
    ['another command id', { commandId: '01J0000000000000000000000C' }],
    ['another wish under the same id', { asked: { stepId: 'pledge', command: { name: 'notice.read' } } }],
  ])('is worth nothing for %s', (_, other) => {
    expect(receipts.read({ ...command, ...other }, receipts.sign(command, 1_000))).toBeNull();
  });

  it.each([
    ['an earlier time', (receipt: string) => receipt.replace(/^\d+/, '1')],
    ['half of its seal', (receipt: string) => receipt.slice(0, -10)],
    ['no seal', (receipt: string) => receipt.split('.')[0] ?? ''],
    ['rubbish', () => 'NaN.x.y'],
    ['nothing', () => ''],
  ])('is worth nothing with %s', (_, change) => {
    expect(receipts.read(command, change(receipts.sign(command, 1_000)))).toBeNull();
  });

  it('is worth nothing when another installation signed it', () => {
    const theirs = createReceipts(randomBytes(32)).sign(command, 1_000);
    expect(receipts.read(command, theirs)).toBeNull();
  });
});
