import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Hall, quiet } from './harness';

/** A hall whose time is skipped: one per file, since the time of an environment is everybody's in it. */
export interface SkippingHall {
  readonly hall: Hall;
  readonly pass: (ms: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** Path of the time-skipping server's start script; unset where there is no Java. */
const testServer = process.env.TEMPORAL_TEST_SERVER;

export const openSkippingHall = async (): Promise<SkippingHall> => {
  if (!testServer) throw new Error('TEMPORAL_TEST_SERVER names no time-skipping server');
  quiet();
  const executable = { type: 'existing-path', path: testServer } as const;
  const environment = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
  const hall = new Hall({
    client: environment.client,
    connection: environment.nativeConnection,
    namespace: environment.namespace ?? 'default',
    address: environment.address,
    now: () => environment.currentTimeMs(),
  });
  await hall.startWorker();
  const close = async () => {
    await hall.stopWorker();
    await environment.teardown();
  };
  return { hall, pass: (ms) => environment.sleep(ms), close };
};

/** Runs `tell` where time can be skipped; where it cannot, one test says so, and fails where it must run. */
export const describeTimeline = (name: string, tell: () => void): void => {
  if (testServer) {
    describe(name, tell);
    return;
  }
  it(`${name}: cannot run here, TEMPORAL_TEST_SERVER names no time-skipping server`, () => {
    expect(process.env.CI).toBeUndefined();
  });
};
