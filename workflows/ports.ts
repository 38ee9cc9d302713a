import { proxyActivities, workflowInfo } from '@temporalio/workflow';
import type {
  IdentityCasePorts,
  PaperPorts,
  RoomPorts,
  SittingPorts,
  TakePorts,
  VisionPorts,
} from './activities';

const patient = { initialInterval: 200, backoffCoefficient: 2, maximumInterval: 10_000 } as const;

/**
 * Every proxy has a bound for one try and for all; what must happen is asked for again after the bound by the
 * lane that needs it. A database that is away for an hour costs some dozens of events.
 */
export const records = proxyActivities<
  Pick<SittingPorts, 'recordTransition'> &
    Pick<RoomPorts, 'recordOrders'> &
    Omit<IdentityCasePorts, 'deleteStills'>
>({
  startToCloseTimeout: 10_000,
  scheduleToCloseTimeout: 600_000,
  retry: { ...patient, nonRetryableErrorTypes: ['RECORD_GAP'] },
});

export const orders = proxyActivities<Pick<SittingPorts, 'pullOrders'>>({
  startToCloseTimeout: 5_000,
  scheduleToCloseTimeout: 120_000,
  retry: { ...patient, maximumInterval: 5_000 },
});

export const cases = proxyActivities<
  Pick<SittingPorts, 'openIdentityCase'> & Pick<IdentityCasePorts, 'deleteStills'>
>({ startToCloseTimeout: 15_000, scheduleToCloseTimeout: 600_000, retry: patient });

/** A hall is collected at once: five hundred rows are locked and copied. */
export const papers = proxyActivities<PaperPorts & TakePorts>({
  startToCloseTimeout: 20_000,
  scheduleToCloseTimeout: 600_000,
  retry: patient,
});

/** Rings a whole roster: beats its heart while it does, and a repeat goes on where it was. */
export const doorbells = proxyActivities<Pick<RoomPorts, 'ringDoorbells'>>({
  startToCloseTimeout: 120_000,
  heartbeatTimeout: 15_000,
  scheduleToCloseTimeout: 600_000,
  retry: patient,
});

/** Beside the sittings' own queue, as in `temporal.config.ts`. Long in it when many arrive, short at work. */
export const vision = () =>
  proxyActivities<VisionPorts>({
    taskQueue: `${workflowInfo().taskQueue}-vision`,
    startToCloseTimeout: 30_000,
    scheduleToCloseTimeout: 180_000,
    retry: { ...patient, maximumAttempts: 3 },
  });
