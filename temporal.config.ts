/** Where Temporal is and how it is used. Imports nothing of ours. Times in ms. */
export const temporalConfig = {
  address: process.env.TEMPORAL_ADDRESS ?? '127.0.0.1:7233',
  namespace: process.env.TEMPORAL_NAMESPACE ?? 'examhall',
  queues: { exams: 'exams', vision: 'vision' },
  /** About 0.25 MB each; at least as many as candidates on this worker, or every task replays. */
  maxCachedWorkflows: 2_000,
  /** A killed worker's sittings wait this long for it before another replays them. */
  stickyScheduleToStartMs: 2_000,
  /** Bounds every call of the gateway; past it the client gets 503 and repeats with the same command id. */
  callDeadlineMs: 5_000,
  searchAttributes: { room: 'RoomId', phase: 'ExamPhase', flow: 'FlowVersion' },
} as const;
