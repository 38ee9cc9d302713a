import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { ServiceError } from '@temporalio/client';
import { QueryFailedError } from 'typeorm';
import { StorageFault } from '#models/storage/port';
import { failure, failureOf } from './failures';

const query = (code: string) =>
  new QueryFailedError('SELECT name FROM candidates', ['张三'], Object.assign(new Error('张三'), { code }));

describe('what an activity threw, as the history has it', () => {
  test.each([
    ['a database that is away', query('ECONNREFUSED'), 'DATABASE_AWAY', false],
    ['a connection that was lost', query('PROTOCOL_CONNECTION_LOST'), 'DATABASE_AWAY', false],
    ['a statement that was refused', query('ER_LOCK_DEADLOCK'), 'FAULT', false],
    ['Temporal that is away', new ServiceError('unavailable'), 'TEMPORAL_AWAY', false],
    ['a stored file that is damaged', new StorageFault('DAMAGED', 'a'.repeat(20)), 'STORAGE_FAULT', true],
    ['a defect of ours', new TypeError('x is undefined'), 'FAULT', false],
    ['something that is no error', 'oops', 'FAULT', false],
  ] as const)('%s', (_what, thrown, type, nonRetryable) => {
    expect(failureOf(thrown)).toMatchObject({ type, nonRetryable });
  });

  test('holds nothing that a statement or a message said', () => {
    const told = failureOf(query('ER_DATA_TOO_LONG'));
    expect(
      JSON.stringify([told.message, (told as ApplicationFailure).details, told.cause ?? null]),
    ).not.toMatch(/张三|SELECT/);
  });

  test('leaves typed failures and cancellations as they are', () => {
    const gap = failure('RECORD_GAP', { revision: 3 });
    const cancelled = new CancelledFailure('cancelled');
    expect(failureOf(gap)).toBe(gap);
    expect(failureOf(cancelled)).toBe(cancelled);
    expect(gap.nonRetryable).toBe(true);
  });
});
