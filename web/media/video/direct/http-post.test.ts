import type { LiveEvent, Mail, Peer } from '#protocol/live.schema';
import type { Call } from '../../../api/client';
import { atFirst, receive, type LiveState } from '../../../live/live-state';
import type { LiveStore } from '../../../live/live-store';
import { HttpPost } from './http-post';

const peers: readonly Peer[] = [
  { peerId: 'a', epoch: 1, role: 'candidate', name: '林晓雨', position: 1 },
  { peerId: 'b', epoch: 1, role: 'examiner', name: '陈立恒', position: null },
];
const mailTo = (to: string, id: string, stageId = 's'): Mail => ({
  id,
  stageId,
  from: 'b',
  fromEpoch: 1,
  to,
  body: {},
});

function post(answers: Readonly<Record<string, unknown>> = {}) {
  const calls: { path: string; input: unknown }[] = [];
  const call = ((endpoint: { method: string; path: string }, input: unknown) => {
    calls.push({ path: `${endpoint.method} ${endpoint.path}`, input });
    const given = answers[`${endpoint.method} ${endpoint.path}`] ?? { ok: true, value: { done: true } };
    return Promise.resolve(given);
  }) as unknown as Call;
  const heard = {
    state: atFirst as LiveState,
    changed: () => undefined as void,
    mail: (_: Mail): void => undefined,
  };
  const live = {
    state: () => heard.state,
    subscribe: (changed: () => void) => {
      heard.changed = changed;
      return () => true;
    },
    onMail: (listener: (mail: Mail) => void) => {
      heard.mail = listener;
      return () => true;
    },
  } as unknown as LiveStore;
  const opened = new HttpPost({ call, live, stageId: 's', peerId: 'a' });
  const tell = (event: LiveEvent): void => {
    heard.state = receive(heard.state, event);
    heard.changed();
  };
  const read: string[] = [];
  const lists: (readonly Peer[])[] = [];
  opened.onMail((mail) => read.push(mail.id));
  opened.onPeers((named) => lists.push(named));
  return { opened, calls, tell, push: (mail: Mail) => heard.mail(mail), read, lists };
}

const turns = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const hello: LiveEvent = { event: 'hello', serverTime: 1, connection: 'c' };

describe('mail over HTTP', () => {
  it('of this stage and peer is heard as it is pushed', () => {
    const { push, read } = post();
    push(mailTo('a', '1'));
    push(mailTo('b', '2'));
    push(mailTo('a', '3', 'another stage'));
    expect(read).toEqual(['1']);
  });
  it('that a broken stream lost is asked for at the next hello', async () => {
    const kept = { ok: true, value: { mail: [mailTo('a', '1')], peers } };
    const { tell, read, lists } = post({ 'GET /api/video/mail': kept });
    tell(hello);
    await turns();
    expect(read).toEqual(['1']);
    expect(lists).toEqual([peers]);
  });
  it('is acknowledged in one request for a burst', async () => {
    jest.useFakeTimers();
    const { opened, calls } = post();
    ['1', '2', '3'].forEach(opened.ack);
    await jest.advanceTimersByTimeAsync(300);
    expect(calls).toEqual([
      { path: 'POST /api/video/ack', input: { body: { stageId: 's', peerId: 'a', ids: ['1', '2', '3'] } } },
    ]);
    jest.useRealTimers();
  });
  it('that the server did not keep is an error for the sender, who tries again', async () => {
    const { opened } = post({
      'POST /api/video/mail': { ok: false, no: { refused: 'OFFLINE' }, requestId: null },
    });
    const body = { life: 1, thread: 1, toEpoch: 1, toLife: null, toThread: null, seq: 0, letters: [] };
    await expect(opened.send('b', body)).rejects.toThrow('OFFLINE');
  });
});

describe('who is on the stage', () => {
  it('is told when the stream tells it, once a change', () => {
    const { tell, lists } = post();
    tell({ event: 'peers', stageId: 's', peers: [...peers] });
    tell({ event: 'peers', stageId: 'another stage', peers: [] });
    expect(lists).toEqual([peers]);
  });
  it('is nobody for a page that is not on it any more', async () => {
    const { opened, lists } = post({
      'GET /api/video/mail': { ok: false, no: { refused: 'NOT_ALLOWED' }, requestId: null },
    });
    opened.pull();
    await turns();
    expect(lists).toEqual([[]]);
  });
  it('is told by the newer of two lists when one is pushed while another is asked for', async () => {
    const { opened, tell, lists } = post({
      'GET /api/video/mail': { ok: true, value: { mail: [], peers: peers.slice(0, 1) } },
    });
    opened.pull();
    tell({ event: 'peers', stageId: 's', peers: [...peers] });
    await turns();
    expect(lists).toEqual([peers]);
  });
  it('stays as it was while the server is out of reach', async () => {
    const { opened, lists } = post({
      'GET /api/video/mail': { ok: false, no: { refused: 'OFFLINE' }, requestId: null },
    });
    opened.pull();
    await turns();
    expect(lists).toEqual([]);
  });
});
