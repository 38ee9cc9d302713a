import { Rehearsal } from '#models/rehearsal';
import { Sitting } from '#models/sitting';
import { openSession, type LoginCall } from '../auth/sign-in';
import type { CandidatePrincipal } from '../access/principal';
import type { Handlers } from '../call';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { beginRehearsal } from '../rehearsals/begin';
import { finishRehearsal } from '../rehearsals/finish';
import { listRehearsals, listRehearsedExams } from '../rehearsals/list';
import { lastRehearsal, presentRehearsal, rehearsalPlayedBy } from '../rehearsals/own';
import { playRehearsal } from '../rehearsals/play';
import { keepPart } from '../rehearsals/trial-parts';
import { createTrials } from '../rehearsals/trials';

type Names =
  | 'beginRehearsal'
  | 'leaveRehearsal'
  | 'lookAtRehearsal'
  | 'playRehearsal'
  | 'beginTrial'
  | 'putTrialPart'
  | 'probeUplink'
  | 'sealTrial'
  | 'readTrial'
  | 'finishRehearsal'
  | 'ownRehearsal'
  | 'listRehearsals'
  | 'listRehearsedExams';

/** Enough to try one device after another; each sets up a stage of its own. */
const BEGUN = { times: 12, perMs: 3_600_000 } as const;
const PROBES = { times: 60, perMs: 600_000 } as const;
const PROBE_LIMIT = 512 * 1024;
const TRIALS = { times: 20, perMs: 600_000 } as const;

export const rehearsalRoutes = (parts: Parts): Handlers<Names> => {
  const { dataSource, throttle } = parts;
  return {
    beginRehearsal: async (call) => {
      const { sittingId } = call.who;
      await throttle.spend(`rehearsal:${sittingId}`, BEGUN.times, BEGUN.perMs);
      return turnTo(parts, call, await beginRehearsal(parts, sittingId, call.receivedAt));
    },
    leaveRehearsal: async (call) =>
      turnTo(parts, call, (await rehearsalPlayedBy(dataSource, call.who.sittingId)).sittingId),

    lookAtRehearsal: async ({ who: { sittingId, position }, body }) => {
      const found = await rehearsalPlayedBy(dataSource, sittingId);
      const report = position === 1 ? { firstReport: body } : { secondReport: body };
      if (found.finishedAt === null)
        await dataSource.getRepository(Rehearsal).update({ id: found.id }, report as object);
      return presentRehearsal(dataSource, found);
    },
    playRehearsal: async ({ who, body, receivedAt }) => {
      await playRehearsal(parts, who, body, receivedAt);
      return { done: true };
    },
    ...trialRoutes(parts),
    finishRehearsal: async ({ who, body, receivedAt }) =>
      presentRehearsal(dataSource, await finishRehearsal(parts, who.sittingId, body.sawHimself, receivedAt)),

    ownRehearsal: async ({ who: { sittingId } }) => {
      const last = await lastRehearsal(dataSource, sittingId);
      const real = await dataSource.getRepository(Sitting).findOneBy({ id: sittingId });
      return {
        last: last && {
          at: last.finishedAt ?? last.beganAt,
          outcome: last.outcome ?? 'unfinished',
          reasons: [...(last.reasons ?? [])],
        },
        mayRehearse: real?.startedAt === null,
      };
    },
    ...officeRoutes(parts),
  };
};

type TrialNames = 'beginTrial' | 'putTrialPart' | 'probeUplink' | 'sealTrial' | 'readTrial';

const trialRoutes = (parts: Parts): Handlers<TrialNames> => {
  const { dataSource, throttle } = parts;
  const trials = createTrials(parts);
  return {
    beginTrial: async ({ who, receivedAt }) => {
      await throttle.spend(`trial:${who.sittingId}`, TRIALS.times, TRIALS.perMs);
      return trials.begin(who, receivedAt);
    },
    putTrialPart: async ({ who, params, query, body: bytes, receivedAt }) => {
      await keepPart(parts, who, { ...params, digest: query.digest, bytes }, receivedAt);
      return { done: true };
    },
    probeUplink: async ({ who, body }) => {
      if (body.length > PROBE_LIMIT) throw new AppError('TOO_LARGE', { limit: PROBE_LIMIT });
      await throttle.spend(`probe:${who.sessionId}`, PROBES.times, PROBES.perMs);
      await rehearsalPlayedBy(dataSource, who.sittingId);
      return { done: true };
    },
    sealTrial: async ({ who, params, body, receivedAt }) => trials.seal(who, params.trial, body, receivedAt),
    readTrial: async ({ who, params }) => trials.read(who, params.position),
  };
};

const officeRoutes = ({ dataSource }: Parts): Handlers<'listRehearsals' | 'listRehearsedExams'> => ({
  listRehearsals: async ({ params: { examId } }) => listRehearsals(dataSource, examId),
  listRehearsedExams: async ({ who }) => listRehearsedExams(dataSource, who),
});

/** This browser is another sitting's from now on: its session ends and a fresh one takes the place. */
async function turnTo(
  parts: Parts,
  call: LoginCall & { readonly who: CandidatePrincipal },
  sittingId: string,
): Promise<{ kind: 'candidate'; sittingId: string; name: string; position: 1 }> {
  await openSession(parts, call, { kind: 'candidate', id: sittingId, position: 1 });
  return { kind: 'candidate', sittingId, name: call.who.name, position: 1 };
}
