import { Redis } from 'ioredis';
import { createPublish } from '../publish';
import { logger, testRedis } from './test/deps';

describe('publishing', () => {
  const message = { kind: 'presence', sittingId: '01JD0000000000000000000000' } as const;

  test('reaches who listens', async () => {
    const [listener, speaker] = [testRedis(), testRedis()];
    const heard = new Promise<string>((resolve) =>
      listener.on('message', (_channel, text: string) => resolve(text)),
    );
    await listener.subscribe('sitting:x');
    createPublish(speaker, logger)('sitting:x', message);
    expect(JSON.parse(await heard)).toEqual(message);
    await Promise.all([listener.quit(), speaker.quit()]);
  });

  test('neither throws nor waits where nobody is', async () => {
    const options = { enableOfflineQueue: false, maxRetriesPerRequest: 0, retryStrategy: () => null };
    const nowhere = new Redis('redis://127.0.0.1:1', options);
    nowhere.on('error', () => undefined);
    const from = performance.now();
    createPublish(nowhere, logger)('sitting:x', message);
    expect(performance.now() - from).toBeLessThan(100);
    await new Promise((resolve) => nowhere.on('end', resolve));
  });
});
