import { randomBytes } from 'node:crypto';
import { encryptedDataConverter } from '../../models/payload-codec';
import { refusalOf } from './drivers';
import { openHall, type Hall } from './harness';

const keys = { active: '2026', keys: { 2026: randomBytes(32) } };

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
    const history = JSON.stringify(await sitting.handle.fetchHistory(), (_key, value: unknown) =>
      value instanceof Uint8Array || Buffer.isBuffer(value) ? Buffer.from(value).toString('latin1') : value,
    );
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
