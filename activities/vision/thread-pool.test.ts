import { join } from 'node:path';
import { ThreadPool } from './thread-pool';

describe('threads', () => {
  let pool: ThreadPool;
  beforeEach(async () => {
    pool = new ThreadPool(join(__dirname, 'test/fragile-thread.ts'), null);
    await pool.grow();
  });
  afterEach(() => pool.close());

  it('answer every task, also with a fault', async () => {
    const outcomes = await Promise.allSettled(['a', 'fail', 'b'].map((task) => pool.run(task)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('that die take one task with them, and others take their place', async () => {
    const outcomes = await Promise.allSettled(['a', 'die', 'b', 'die', 'c'].map((task) => pool.run(task)));
    expect(outcomes).toEqual([
      { status: 'fulfilled', value: 'a' },
      { status: 'rejected', reason: new Error('a thread ended with 3') },
      { status: 'fulfilled', value: 'b' },
      { status: 'rejected', reason: new Error('a thread ended with 3') },
      { status: 'fulfilled', value: 'c' },
    ]);
  });
});
