import type { DataSource } from 'typeorm';

/** Connects at the first call, and tries again at the next when that failed: a process can start before its database. */
export const connectOnDemand = (source: DataSource): (() => Promise<DataSource>) => {
  const state: { connecting: Promise<DataSource> | null } = { connecting: null };
  return async () => {
    if (source.isInitialized) return source;
    state.connecting ??= source.initialize().finally(() => {
      state.connecting = null;
    });
    return state.connecting;
  };
};
