import type { Redis } from 'ioredis';
import { ulid } from 'ulid';
import type { Mail } from '#protocol/live.schema';
import { createManualClock, openRedis } from '../../live/test/test-redis';
import { createPeers, type SeatedPeer } from '../peers';
import { createMailbox, mailLimits } from './mailbox';
import { lettersFor } from './post-office';

describe('the mailbox of a peer', () => {
  let redis: Redis;
  beforeAll(async () => {
    redis = await openRedis();
  });
  afterAll(() => redis.disconnect());

  const stand = () => {
    const clock = createManualClock();
    const [stageId, from, to] = [ulid(), ulid(), ulid()];
    const letter = (body: Mail['body'], given: Partial<Mail> = {}): Mail => ({
      id: ulid(),
      stageId,
      from,
      fromEpoch: 1,
      to,
      body,
      ...given,
    });
    return { clock, box: createMailbox(redis, clock.now), stageId, from, to, letter };
  };
  const bodies = (letters: readonly Mail[]) => letters.map(({ body }) => body);

  it('keeps letters in order until they are acknowledged', async () => {
    const { box, stageId, to, letter } = stand();
    const letters = Array.from({ length: 20 }, (_, index) => letter(index));
    for (const each of letters) expect(await box.send(each)).toBe('kept');
    expect(bodies(await box.pending(stageId, to))).toEqual(letters.map((_, index) => index));
    expect(bodies(await box.pending(stageId, to))).toHaveLength(20);
    await box.acknowledge(
      stageId,
      to,
      letters.slice(0, 19).map(({ id }) => id),
    );
    expect(bodies(await box.pending(stageId, to))).toEqual([19]);
  });

  it('keeps a letter once, however often it is sent, also after its acknowledgement', async () => {
    const { box, stageId, to, letter } = stand();
    const one = letter('offer');
    expect(await box.send(one)).toBe('kept');
    expect(await box.send(one)).toBe('known');
    await box.acknowledge(stageId, to, [one.id]);
    expect(await box.send(one)).toBe('known');
    expect(await box.pending(stageId, to)).toEqual([]);
  });

  it('throws letters away after two minutes', async () => {
    const { box, clock, stageId, to, letter } = stand();
    await box.send(letter('old'));
    clock.pass(mailLimits.ttlMs - 1);
    expect(bodies(await box.pending(stageId, to))).toEqual(['old']);
    clock.pass(2);
    expect(await box.pending(stageId, to)).toEqual([]);
  });

  it('is bounded, and takes letters again once there is room', async () => {
    const { box, stageId, to, letter } = stand();
    for (let count = 0; count < mailLimits.pending; count += 1) await box.send(letter(count));
    expect(await box.send(letter('more'))).toBe('full');
    const [first] = await box.pending(stageId, to);
    await box.acknowledge(stageId, to, [first?.id ?? '']);
    expect(await box.send(letter('more'))).toBe('kept');
  });

  it('drops what a page wrote before it was replaced', async () => {
    const { box, stageId, from, to, letter } = stand();
    await box.send(letter('of the old page', { fromEpoch: 4 }));
    await box.send(letter('of the new page', { fromEpoch: 5 }));
    await box.send(letter('of nobody', { from: ulid() }));
    const seated: SeatedPeer[] = [
      { slot: 'candidate:x:1', peer: { peerId: from, epoch: 5, role: 'candidate', name: '', position: 1 } },
    ];
    const look = () => Promise.resolve(seated);
    expect(bodies(await lettersFor(box, look, stageId, to))).toEqual(['of the new page']);
    expect(bodies(await box.pending(stageId, to))).toEqual(['of the new page']);
  });

  it('keeps the letter of a page that sat down and wrote while the box was being opened', async () => {
    const { box, letter, stageId, from, to } = stand();
    const seated: SeatedPeer[] = [];
    const opening = {
      ...box,
      pending: async (stage: string, peerId: string) => {
        const peer = { peerId: from, epoch: 5, role: 'candidate', name: '', position: 1 } as const;
        seated.push({ slot: 'candidate:x:1', peer });
        await box.send(letter('hello', { fromEpoch: 5 }));
        return box.pending(stage, peerId);
      },
    };
    const look = () => Promise.resolve([...seated]);
    expect(bodies(await lettersFor(opening, look, stageId, to))).toEqual(['hello']);
    expect(bodies(await box.pending(stageId, to))).toEqual(['hello']);
  });
});

describe('the peers of a stage', () => {
  let redis: Redis;
  beforeAll(async () => {
    redis = await openRedis();
  });
  afterAll(() => redis.disconnect());

  const rest = { role: 'examiner', name: '赵', position: null } as const;
  const key = () => ({ sittingId: ulid(), stage: 'interview', generation: 1 }) as const;

  it('keep their epoch over rejoins of a page; another page of a device replaces it with a higher one', async () => {
    const peers = createPeers(redis, createManualClock().now);
    const [stage, page, reloaded, slot] = [key(), ulid(), ulid(), `candidate:${ulid()}:1`];
    const first = await peers.seat(stage, slot, page, rest);
    const again = await peers.seat(stage, slot, page, rest);
    const after = await peers.seat(stage, slot, reloaded, rest);
    expect(again?.epoch).toBe(first?.epoch);
    expect(after?.epoch).toBeGreaterThan(first?.epoch ?? Infinity);
    const { seated } = await peers.look(`${stage.sittingId}.interview.1`);
    expect(seated.map(({ peer }) => peer.peerId)).toEqual([reloaded]);
  });

  it('of one member of staff may be two windows, and the stage is his until both left', async () => {
    const peers = createPeers(redis, createManualClock().now);
    const [stage, one, two, slot] = [key(), ulid(), ulid(), `staff:${ulid()}`];
    const stageId = `${stage.sittingId}.interview.1`;
    await peers.seat(stage, slot, one, rest);
    await peers.seat(stage, slot, two, rest);
    const { seated } = await peers.look(stageId);
    expect(seated.map((each) => [each.slot, each.peer.peerId])).toEqual([
      [slot, one],
      [slot, two],
    ]);
    await peers.unseat(stageId, { slot, peerId: one });
    expect((await peers.stagesOf([slot])).get(slot)).toEqual([stageId]);
    await peers.unseat(stageId, { slot, peerId: two });
    expect((await peers.stagesOf([slot])).get(slot)).toEqual([]);
  });

  it('get higher epochs also after Redis lost everything', async () => {
    const clock = createManualClock();
    const peers = createPeers(redis, clock.now);
    const stage = key();
    const before = await peers.seat(stage, 'staff:a', ulid(), rest);
    await peers.close(stage);
    clock.pass(2_000);
    const after = await peers.seat(stage, 'staff:a', ulid(), rest);
    expect(after?.epoch).toBeGreaterThan(before?.epoch ?? Infinity);
  });

  it("cannot go by another's id", async () => {
    const peers = createPeers(redis, createManualClock().now);
    const [stage, taken] = [key(), ulid()];
    await peers.seat(stage, 'staff:a', taken, rest);
    expect(await peers.seat(stage, 'staff:b', taken, rest)).toBeNull();
  });

  it('leave by their own page only', async () => {
    const peers = createPeers(redis, createManualClock().now);
    const [stage, page, slot] = [key(), ulid(), `staff:${ulid()}`];
    const stageId = `${stage.sittingId}.interview.1`;
    await peers.seat(stage, slot, page, rest);
    expect(await peers.unseat(stageId, { slot, peerId: ulid() })).toBe(false);
    expect(await peers.unseat(stageId, { slot: 'staff:b', peerId: page })).toBe(false);
    expect(await peers.unseat(stageId, { slot, peerId: page })).toBe(true);
    expect((await peers.look(stageId)).seated).toEqual([]);
    expect((await peers.stagesOf([slot])).get(slot)).toEqual([]);
  });
});
