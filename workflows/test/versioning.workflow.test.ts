import { ulid } from 'ulid';
import { flowOf } from './flows';
import { openHall, until, type Hall } from './harness';

describe('workers with a deployment version', () => {
  let hall: Hall;
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    ({ hall, close } = await openHall());
  });
  afterAll(() => close?.());

  it('keep a sitting on the code it began with, and let an identity case move to the next', async () => {
    await hall.stopWorker();
    const version = { deploymentName: `hall-${ulid()}`, buildId: 'first' };
    await hall.startWorker({ useWorkerVersioning: true, version, defaultVersioningBehavior: 'PINNED' });
    const { namespace } = hall.server;
    await until(
      () =>
        hall.client.workflowService
          .setWorkerDeploymentCurrentVersion({ namespace, ...version })
          .then(() => true)
          .catch(() => false),
      Boolean,
    );
    const room = await hall.room();
    const sitting = hall.sitting(room, flowOf(['face', 'notice']));
    await sitting.checkIn();
    await sitting.ask('face', { name: 'face-check.by-card' });
    const behaviourOf = async (workflowId: string) => {
      const described = await hall.client.workflow.getHandle(workflowId).describe();
      return described.raw.workflowExecutionInfo?.versioningInfo?.behavior;
    };
    const [pinned, moving] = [1, 2];
    await until(
      () => behaviourOf(sitting.handle.workflowId),
      (seen) => seen === pinned,
    );
    await until(
      () => behaviourOf(room.handle.workflowId),
      (seen) => seen === pinned,
    );
    await until(
      () => hall.store.cases.get(`${sitting.id}.face`)?.length,
      (rows) => rows === 1,
    );
    expect(await behaviourOf(`identity-case/${sitting.id}.face`)).toBe(moving);
  });
});
