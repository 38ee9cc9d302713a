import { randomBytes } from 'node:crypto';
import { encryptedDataConverter } from '../../models/payload-codec';
import { refusalOf } from './drivers';
import { openHall, type Hall } from './harness';

const keys = { active: '2026', keys: { 2026: randomBytes(32) } };

/** Every text and every byte of a history as the server keeps it. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (value instanceof Uint8Array) return [Buffer.from(value).toString('latin1')];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

describe('with the payload codec', () => {
  let hall: Hall;
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    ({ hall, close } = await openHall(encryptedDataConverter(keys)));
  });
  afterAll(() => close?.());

  it('works as without, and the history shows neither states nor reasons', async () => {
    const sitting = hall.sitting(null, undefined, { photoKey: 'a-registered-photo-key' });
    await sitting.checkIn();
    await sitting.order({
      kind: 'waive',
      step: 'cameras',
      requirement: 'second-camera',
      reason: 'grandmother is ill',
    });
    const refusal = await refusalOf(sitting.ask('pledge', { name: 'cameras.finish' }, { roomSeq: 1 }));
    expect(refusal).toMatchObject({ code: 'NOT_NOW', details: { stepId: 'notice' } });
    const history = textsIn(await sitting.handle.fetchHistory()).join('\n');
    expect(history).toContain('binary/aes-256-gcm');
    for (const secret of [
      'grandmother',
      'a-registered-photo-key',
      'second-camera',
      'stepId',
      'failures.ts',
    ]) {
      expect(history).not.toContain(secret);
    }
  });
});
