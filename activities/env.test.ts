import { readEnv } from './env';

const key = Buffer.alloc(32, 7).toString('base64');
const complete = {
  DATABASE_URL: 'mysql://x',
  REDIS_URL: 'redis://x',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  STORAGE_DIR: '/tmp/x',
  PAYLOAD_KEY: key,
  STORAGE_KEY: key,
};

describe("the worker's environment", () => {
  test('has defaults for what one machine needs', () => {
    expect(readEnv(complete)).toMatchObject({
      ROLE: 'all',
      TEMPORAL_NAMESPACE: 'examhall',
      PAYLOAD_OLD_KEYS: [],
    });
  });

  test('takes older keys beside the present one', () => {
    expect(readEnv({ ...complete, STORAGE_OLD_KEYS: `${key},${key}` }).STORAGE_OLD_KEYS).toHaveLength(2);
  });

  test('names everything that is missing or wrong at once, and no value', () => {
    const wrong = () => readEnv({ ...complete, REDIS_URL: undefined, PAYLOAD_KEY: 'c2hvcnQ=', ROLE: 'both' });
    expect(wrong).toThrow(/REDIS_URL[\s\S]*PAYLOAD_KEY: 32 bytes[\s\S]*ROLE/);
    expect(wrong).not.toThrow(/c2hvcnQ=/);
  });
});
