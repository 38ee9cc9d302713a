import { searchKeys } from '../search-attributes';
import { sittingWorkflow } from '../sitting';
import { openHall, until, type Hall } from './harness';

describe('what operators see', () => {
  let hall: Hall;
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    ({ hall, close } = await openHall());
  });
  afterAll(() => close?.());

  it('is room, flow and phase, of sittings that were started with them', async () => {
    const sitting = hall.sitting(null);
    const { roomId, flow } = sitting.input;
    await hall.client.workflow.start(sittingWorkflow, {
      workflowId: sitting.handle.workflowId,
      taskQueue: hall.taskQueue,
      args: [sitting.input],
      typedSearchAttributes: [
        { key: searchKeys.room, value: roomId },
        { key: searchKeys.flow, value: flow.flowVersionId },
      ],
    });
    await sitting.checkIn();
    await until(
      () => sitting.handle.describe(),
      ({ typedSearchAttributes }) => typedSearchAttributes.get(searchKeys.phase) === 'notice',
    );
    await sitting.ask('notice', { name: 'notice.read' });
    const { typedSearchAttributes: seen } = await until(
      () => sitting.handle.describe(),
      ({ typedSearchAttributes }) => typedSearchAttributes.get(searchKeys.phase) === 'pledge',
    );
    expect(seen.get(searchKeys.room)).toBe(roomId);
    expect(seen.get(searchKeys.flow)).toBe(flow.flowVersionId);
  });

  it('is nothing of sittings that were started without, which run all the same', async () => {
    const sitting = hall.sitting(null);
    await sitting.checkIn();
    await sitting.ask('notice', { name: 'notice.read' });
    const { typedSearchAttributes } = await sitting.handle.describe();
    expect(typedSearchAttributes.get(searchKeys.phase)).toBeUndefined();
  });
});
