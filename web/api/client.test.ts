import { whoAmI } from '#contract/auth';
import { checkIn, reportPresence } from '#contract/sitting';
import { createCall } from './client';
import { createServerTime } from './server-time';

const answering = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  const time = createServerTime(() => 1_000);
  const fetch = jest.fn(async (_address: string, _request: RequestInit) =>
    Response.json(body, { status, headers }),
  );
  return { time, fetch, call: createCall({ fetch, now: () => 1_000, time }) };
};

describe('calling an endpoint', () => {
  it('gives the answer in the shape of the contract', async () => {
    const { call, fetch } = answering(200, { kind: 'nobody' });
    expect(await call(whoAmI)).toEqual({ ok: true, value: { kind: 'nobody' } });
    expect(fetch.mock.calls[0]?.[0]).toBe('/api/me');
  });

  it('gives a refusal with the request id for the telephone', async () => {
    const { call } = answering(
      409,
      { refused: 'TOO_EARLY', details: { opensAt: 7 } },
      { 'x-request-id': 'r1' },
    );
    const result = await call(checkIn, { body: { commandId: '01ARZ3NDEKTSV4RRFFQ69G5FAV', epoch: 1 } });
    expect(result).toEqual({
      ok: false,
      no: { refused: 'TOO_EARLY', details: { opensAt: 7 } },
      requestId: 'r1',
    });
  });

  it('says offline when nobody answers', async () => {
    const time = createServerTime(() => 0);
    const call = createCall({ fetch: () => Promise.reject(new TypeError('network')), now: () => 0, time });
    expect(await call(whoAmI)).toEqual({ ok: false, no: { refused: 'OFFLINE' }, requestId: null });
  });

  it('does not trust an answer of another shape', async () => {
    const { call } = answering(200, { kind: 'wizard' });
    expect(await call(whoAmI)).toMatchObject({ ok: false, no: { refused: 'INTERNAL' } });
  });

  it('sets the clock by every answer that tells the server’s time', async () => {
    const { call, time } = answering(200, { serverTime: 61_000 });
    const state = {
      camera: 'live',
      microphone: 'live',
      bell: true,
      visible: true,
      battery: null,
      rttMs: null,
    } as const;
    await call(reportPresence, { body: { epoch: 1, state } });
    expect(time.now()).toBe(61_000);
  });
});
