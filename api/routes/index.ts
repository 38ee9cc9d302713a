import Router from '@koa/router';
import { contract, type Contract } from '#contract';
import type { Endpoint } from '#contract/endpoint';
import type { Handler, Handlers } from '../call';
import type { Parts } from '../parts';
import { createRoute } from '../route';
import { createPaperContents } from '../papers/content';
import { answerDeskRoutes, answerRoutes } from './answers';
import { archiveRoutes } from './archive';
import { authRoutes } from './auth';
import { flowRoutes } from './flows';
import { helpRoutes } from './help';
import { identityRoutes } from './identity';
import { interviewRecordRoutes } from './interview-record';
import { liveRoutes } from './live';
import { messageRoutes } from './messages';
import { officeExamRoutes } from './office-exams';
import { officeRosterRoutes } from './office-roster';
import { officeStaffRoutes } from './office-staff';
import { paperRoutes } from './papers';
import { pairingRoutes } from './pairing';
import { presenceRoutes } from './presence';
import { rehearsalRoutes } from './rehearsal';
import { resultRoutes } from './results';
import { roomRoutes } from './rooms';
import { scoreRoutes } from './scores';
import { sebRoutes } from './seb';
import { sheetRoutes } from './sheets';
import { sittingRoutes } from './sitting';
import { stillRoutes } from './stills';
import { takeRoutes } from './takes';
import { timeAccountRoutes } from './time-account';
import { videoRoutes } from './video';

/** Every endpoint of the contract has its handler, or this does not compile. */
export const createHandlers = (parts: Parts) => {
  const contents = createPaperContents(parts);
  return {
    ...authRoutes(parts),
    ...archiveRoutes(parts),
    ...sittingRoutes(parts),
    ...timeAccountRoutes(parts),
    ...pairingRoutes(parts),
    ...roomRoutes(parts),
    ...identityRoutes(parts),
    ...scoreRoutes(parts),
    ...resultRoutes(parts),
    ...flowRoutes(parts),
    ...officeStaffRoutes(parts),
    ...officeExamRoutes(parts),
    ...officeRosterRoutes(parts),
    ...paperRoutes(parts, contents),
    ...answerRoutes(parts, contents),
    ...answerDeskRoutes(parts, contents),
    ...sheetRoutes(parts),
    ...takeRoutes(parts),
    ...sebRoutes(parts),
    ...stillRoutes(parts),
    ...liveRoutes(parts),
    ...messageRoutes(parts),
    ...presenceRoutes(parts),
    ...videoRoutes(parts),
    ...helpRoutes(parts),
    ...interviewRecordRoutes(parts),
    ...rehearsalRoutes(parts),
  } satisfies Handlers<keyof Contract>;
};

export function createRouter(parts: Parts): Router {
  const router = new Router();
  const handlers: Handlers<keyof Contract> = createHandlers(parts);
  const bind = <K extends keyof Contract>(name: K) => {
    const endpoint: Contract[K] & Endpoint = contract[name];
    const handler: Handler<Contract[K]> = handlers[name];
    router.register(endpoint.path, [endpoint.method], createRoute(parts, name, endpoint, handler));
  };
  for (const name of Object.keys(contract) as (keyof Contract)[]) bind(name);
  return router;
}
