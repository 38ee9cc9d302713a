import type { Peer } from '#protocol/live.schema';
import { createStageStore } from '../stage-store';
import type { JitsiApi, JitsiMaker, JitsiOptions } from './external-api';
import { JitsiStage } from './jitsi-stage';
import type { JitsiSeat } from './options';

const me: Peer = { peerId: 'p-me', epoch: 1, role: 'candidate', name: '林晓雨', position: 1 };
const officer: Peer = { peerId: 'p-o', epoch: 1, role: 'waiting-officer', name: '周敏', position: null };
const second: Peer = { peerId: 'p-2', epoch: 1, role: 'candidate', name: '林晓雨', position: 2 };
const turns = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Stands in for the documented `JitsiMeetExternalAPI`. */
class FakeJitsi implements JitsiApi {
  static made: FakeJitsi[] = [];
  readonly commands: unknown[][] = [];
  disposed = false;
  private readonly listeners = new Map<string, (detail: Record<string, unknown>) => void>();
  constructor(
    readonly domain: string,
    readonly options: JitsiOptions,
  ) {
    FakeJitsi.made.push(this);
  }
  on = (event: string, listener: (detail: Record<string, unknown>) => void): void =>
    void this.listeners.set(event, listener);
  executeCommand = (...command: unknown[]): void => void this.commands.push(command);
  dispose = (): void => void (this.disposed = true);
  tell = (event: string, detail: Record<string, unknown> = {}): void => this.listeners.get(event)?.(detail);
}

interface Given {
  readonly seat?: Partial<JitsiSeat>;
  readonly fresh?: readonly (string | null)[];
  readonly load?: () => Promise<JitsiMaker>;
}

async function stage({ seat = {}, fresh = [], load = () => Promise.resolve(FakeJitsi) }: Given = {}) {
  FakeJitsi.made = [];
  const log: string[] = [];
  const tokens = [...fresh];
  const store = createStageStore();
  const failed: string[] = [];
  const waits: number[] = [];
  const clock: { ring: (() => void) | null } = { ring: null };
  const opened = new JitsiStage({
    seat: {
      me,
      roomName: 'e7room',
      jwt: 'first',
      publishing: { camera: true, microphone: true },
      soundPolicy: 'open',
      language: 'zh',
      ...seat,
    },
    domain: 'meet.example.edu:8443',
    load,
    peers: [me, officer, second],
    roster: { onPeers: () => () => undefined },
    store,
    log: (step, outcome) => void log.push(`${step}: ${outcome}`),
    renew: () => {
      const jwt = tokens.shift();
      return Promise.resolve(jwt ? { jwt, roomName: 'e7room' } : null);
    },
    failed: (trouble) => void failed.push(trouble),
    pause: (ms) => Promise.resolve(void waits.push(ms)),
    later: (_ms, act) => {
      clock.ring = act;
      return () => (clock.ring = null);
    },
  });
  const place = {} as HTMLElement;
  opened.showIn(place);
  await turns();
  const newest = (): FakeJitsi => {
    const api = FakeJitsi.made.at(-1);
    if (!api) throw new Error('no frame was made');
    return api;
  };
  return { opened, store, log, place, newest, failed, waits, clock };
}

describe('the options of the frame', () => {
  it('are the documented ones', async () => {
    const { newest, place } = await stage();
    expect(newest().domain).toBe('meet.example.edu:8443');
    expect(newest().options).toMatchObject({
      roomName: 'e7room',
      jwt: 'first',
      parentNode: place,
      userInfo: { displayName: '林晓雨' },
      configOverwrite: {
        prejoinConfig: { enabled: false },
        p2p: { enabled: false },
        disableDeepLinking: true,
        toolbarButtons: [],
        startWithAudioMuted: false,
        startWithVideoMuted: false,
      },
    });
  });
  it('keep a second camera silent both ways', async () => {
    const { newest } = await stage({ seat: { me: second, soundPolicy: 'when-talked-to' } });
    expect(newest().options.configOverwrite).toMatchObject({ startWithAudioMuted: true, startSilent: true });
    expect(newest().options.userInfo.displayName).not.toBe('林晓雨');
  });
  it('let an inspector look without camera and microphone', async () => {
    const inspector: Peer = { ...officer, role: 'inspector' };
    const { newest } = await stage({ seat: { me: inspector } });
    expect(newest().options.configOverwrite).toMatchObject({
      startWithAudioMuted: true,
      startWithVideoMuted: true,
    });
  });
});

describe('joining', () => {
  it('is told step by step', async () => {
    const { store, newest, log } = await stage();
    expect(store.state()).toMatchObject({ capture: 'frame', phase: 'joining' });
    newest().tell('videoConferenceJoined');
    expect(store.state().phase).toBe('joined');
    expect(log).toEqual(['script: loaded', 'conference: joined']);
  });
  it('fails with a word when the script does not load', async () => {
    const { store, log } = await stage({
      load: () => Promise.reject(new Error('external_api.js did not load')),
    });
    expect(store.state()).toMatchObject({ phase: 'failed', refused: 'UNAVAILABLE' });
    expect(log).toContain('script: external_api.js did not load');
  });
});

describe('a join that fails', () => {
  const script = () => Promise.reject(new Error('external_api.js did not load'));
  const broken = { error: { name: 'conference.videobridgeNotAvailable' } };

  it.each([
    ['the script does not come', 'script', { load: script, fresh: ['2'] }, null],
    ['the bridge is not there', 'broken', { fresh: ['2'] }, broken],
  ] as const)('is told when %s, and tried again', async (_, trouble, given, error) => {
    const { newest, failed, store, log } = await stage(given);
    if (error) newest().tell('errorOccurred', error);
    await turns();
    expect(failed[0]).toBe(trouble);
    expect(log).toContain(`rejoin: ${trouble}`);
    expect(store.state().phase).not.toBe('joined');
  });

  it('is told when the frame stays silent', async () => {
    const { clock, failed, newest } = await stage({ fresh: ['2'] });
    const first = newest();
    clock.ring?.();
    await turns();
    expect(failed).toEqual(['silence']);
    expect([first.disposed, FakeJitsi.made.length]).toEqual([true, 2]);
  });

  it('is not told once somebody is inside, nor of what breaks off then', async () => {
    const { clock, failed, newest } = await stage({ fresh: ['2'] });
    newest().tell('videoConferenceJoined');
    expect(clock.ring).toBeNull();
    newest().tell('errorOccurred', broken);
    await turns();
    expect(failed).toEqual([]);
    expect(FakeJitsi.made).toHaveLength(2);
  });

  it('is tried again after longer and longer pauses, until the stage is left', async () => {
    const fresh = Array.from({ length: 12 }, (_, index) => String(index));
    const { clock, waits, opened, failed } = await stage({ fresh });
    for (let times = 0; times < 8; times += 1) {
      clock.ring?.();
      await turns();
    }
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000]);
    const ring = clock.ring;
    opened.close();
    ring?.();
    await turns();
    expect(failed).toHaveLength(8);
  });
});

describe('who is in the frame', () => {
  it('is known with role and position from the own list', async () => {
    const { store, newest } = await stage();
    newest().tell('participantJoined', { id: 'j1', displayName: '周敏' });
    expect(store.state().peers).toMatchObject([
      { peerId: 'p-o', role: 'waiting-officer', state: 'live' },
      { peerId: 'p-2', position: 2, state: 'connecting' },
    ]);
    newest().tell('participantLeft', { id: 'j1' });
    expect(store.state().peers[0]?.state).toBe('connecting');
  });
});

describe('a refused token', () => {
  const refused = { error: { name: 'connection.passwordRequired', message: 'Not acceptable by exp' } };
  it('is replaced by a fresh one, and the room joined with that', async () => {
    const { newest, log, store } = await stage({ fresh: ['second'] });
    const first = newest();
    first.tell('errorOccurred', refused);
    await turns();
    expect(first.disposed).toBe(true);
    expect(newest().options.jwt).toBe('second');
    newest().tell('videoConferenceJoined');
    expect(store.state().phase).toBe('joined');
    expect(log).toContain('error: connection.passwordRequired');
    expect(log).toContain('token: renewed');
  });
  it('of another room is asked for again too', async () => {
    const { newest } = await stage({ fresh: ['second'] });
    newest().tell('errorOccurred', { error: { name: 'conference.connectionError.notAllowed' } });
    await turns();
    expect(newest().options.jwt).toBe('second');
  });
  it('again and again ends in a plain no', async () => {
    const { newest, store, failed } = await stage({ fresh: ['2', '3', '4'] });
    for (let times = 0; times < 4; times += 1) {
      newest().tell('errorOccurred', refused);
      await turns();
    }
    expect(store.state()).toMatchObject({ phase: 'failed', refused: 'NOT_ALLOWED' });
    expect(failed).toEqual(['token']);
    expect(FakeJitsi.made).toHaveLength(4);
  });
  it('after a success counts anew', async () => {
    const { newest, store } = await stage({ fresh: ['2', '3', '4', '5'] });
    for (let times = 0; times < 4; times += 1) {
      newest().tell('errorOccurred', refused);
      await turns();
      newest().tell('videoConferenceJoined');
    }
    expect(store.state().phase).toBe('joined');
  });
});

describe('trouble on the way', () => {
  it.each(['connection.droppedError', 'conference.videobridgeNotAvailable', 'conference.focusLeft'])(
    '%s joins again',
    async (name) => {
      const { newest } = await stage({ fresh: ['second'] });
      newest().tell('errorOccurred', { error: { name } });
      await turns();
      expect(FakeJitsi.made).toHaveLength(2);
    },
  );
  it('an unknown error is nothing unless Jitsi calls it fatal', async () => {
    const { newest } = await stage({ fresh: ['second', 'third'] });
    newest().tell('errorOccurred', { error: { name: 'conference.surprise' } });
    await turns();
    expect(FakeJitsi.made).toHaveLength(1);
    newest().tell('errorOccurred', { error: { name: 'conference.surprise', isFatal: true } });
    await turns();
    expect(FakeJitsi.made).toHaveLength(2);
  });
  it('a missing camera does not end the conference', async () => {
    const { newest } = await stage({ fresh: ['second'] });
    newest().tell('errorOccurred', { error: { name: 'gum.permission_denied' } });
    await turns();
    expect(FakeJitsi.made).toHaveLength(1);
  });
  it('a computer that slept joins again', async () => {
    const { newest } = await stage({ fresh: ['second'] });
    newest().tell('suspendDetected');
    await turns();
    expect(FakeJitsi.made).toHaveLength(2);
  });
});

describe('microphone and camera', () => {
  it('are switched by the commands of the frame, once each', async () => {
    const { opened, newest } = await stage();
    opened.setPublishing({ camera: true, microphone: false });
    opened.setPublishing({ camera: true, microphone: false });
    expect(newest().commands).toEqual([['toggleAudio']]);
    opened.setPublishing({ camera: false, microphone: false });
    expect(newest().commands).toEqual([['toggleAudio'], ['toggleVideo']]);
  });
  it('follow what the frame says of itself', async () => {
    const { opened, newest } = await stage();
    newest().tell('audioMuteStatusChanged', { muted: true });
    opened.setPublishing({ camera: true, microphone: false });
    expect(newest().commands).toEqual([]);
  });
});

describe('leaving', () => {
  it('hangs up and takes the frame away; late events are not heard', async () => {
    const { opened, newest, store } = await stage({ fresh: ['second'] });
    const api = newest();
    opened.close();
    expect(api.commands).toEqual([['hangup']]);
    expect(api.disposed).toBe(true);
    api.tell('readyToClose');
    api.tell('videoConferenceJoined');
    await turns();
    expect(FakeJitsi.made).toHaveLength(1);
    expect(store.state().phase).not.toBe('joined');
  });
});
