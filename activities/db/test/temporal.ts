import { Client, Connection } from '@temporalio/client';
import { sittingWorkflowId } from '#protocol/ids';

/** A client of the tests' Temporal. Workflows are started on a queue that nobody serves: messages only wait there. */
export const connectTemporal = async () => {
  const address = process.env['TEST_TEMPORAL_ADDRESS'];
  if (!address)
    throw new Error('TEST_TEMPORAL_ADDRESS is not set: run `npm run services` and load its services.env');
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace: process.env['TEST_TEMPORAL_NAMESPACE'] ?? 'default' });
  const started: string[] = [];

  const start = async (workflowId: string) => {
    const options = {
      workflowId,
      taskQueue: 'nobody',
      workflowExecutionTimeout: '5 minutes',
      args: [],
    } as const;
    await client.workflow.start('sittingWorkflow', options);
    started.push(workflowId);
  };
  const signalsTo = async (workflowId: string) => {
    const { events = [] } = await client.workflow.getHandle(workflowId).fetchHistory();
    return (events ?? []).flatMap(({ workflowExecutionSignaledEventAttributes: signal }) =>
      signal ? [JSON.parse(Buffer.from(signal.input?.payloads?.[0]?.data ?? []).toString()) as object] : [],
    );
  };
  return {
    client,
    startSitting: (sittingId: string) => start(sittingWorkflowId(sittingId)),
    signalsTo: (sittingId: string) => signalsTo(sittingWorkflowId(sittingId)),
    end: (workflowId: string) => client.workflow.getHandle(workflowId).terminate('test over'),
    close: async () => {
      for (const workflowId of started)
        await client.workflow
          .getHandle(workflowId)
          .terminate()
          .catch(() => undefined);
      await connection.close();
    },
  };
};
