/** The face models have a queue of their own beside each exam queue, so that they never starve transitions. */
export const visionQueue = (examsQueue: string) => `${examsQueue}-vision`;

/** Several installations, or test runs, share one Temporal when each has its own queue. */
const exams = process.env.TEMPORAL_TASK_QUEUE ?? 'exams';

/** Where Temporal is and how it is used. Imports nothing of ours. Times in ms. */
export const temporalConfig = {
  address: process.env.TEMPORAL_ADDRESS ?? '127.0.0.1:7233',
  namespace: process.env.TEMPORAL_NAMESPACE ?? 'examhall',
  queues: { exams, vision: visionQueue(exams) },
  /** About 0.25 MB each; at least as many as candidates on this worker, or every task replays. */
  maxCachedWorkflows: 2_000,
  /** A killed worker's sittings wait this long for it before another replays them. */
  stickyScheduleToStartMs: 2_000,
  /** Bounds every call of the gateway; past it the client gets 503 and repeats with the same command id. */
  callDeadlineMs: 5_000,
  searchAttributes: { room: 'RoomId', phase: 'ExamPhase', flow: 'FlowVersion' },
} as const;
