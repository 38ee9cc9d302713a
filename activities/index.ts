import type {
  IdentityCasePorts,
  PaperPorts,
  RoomPorts,
  SittingPorts,
  TakePorts,
  VisionPorts,
} from '#workflows/activities';
import { checkFace, type FaceDeps } from './check-face';
import { collectPaper } from './collect-paper';
import { collectTakes } from './collect-takes';
import { deleteStills } from './delete-stills';
import type { Deps } from './deps';
import { createFailureWatch, type FailureWatch } from './failure-watch';
import { openIdentityCase } from './open-identity-case';
import { pullOrders } from './pull-orders';
import { recordIdentityCase } from './record-identity-case';
import { recordOrders } from './record-orders';
import { recordTransition } from './record-transition';
import { ringDoorbells } from './ring-doorbells';
import { tellSitting } from './tell-sitting';
import { withFailures } from './with-failures';

type ExamPorts = SittingPorts & RoomPorts & IdentityCasePorts & PaperPorts & TakePorts;

/** What the task queue of the exams is served by. */
export const createActivities = (
  deps: Deps,
  watch: FailureWatch = createFailureWatch(deps.logger, deps.clock),
): ExamPorts =>
  withFailures(
    {
      recordTransition: recordTransition(deps),
      pullOrders: pullOrders(deps),
      openIdentityCase: openIdentityCase(deps),
      recordOrders: recordOrders(deps),
      ringDoorbells: ringDoorbells(deps),
      recordIdentityCase: recordIdentityCase(deps),
      tellSitting: tellSitting(deps),
      deleteStills: deleteStills(deps),
      collectPaper: collectPaper(deps),
      collectTakes: collectTakes(deps),
    },
    { logger: deps.logger, watch },
  );

/** What the task queue of the face check is served by. */
export const createVisionActivities = (deps: FaceDeps, watch: FailureWatch): VisionPorts =>
  withFailures({ checkFace: checkFace(deps) }, { logger: deps.logger, watch });
