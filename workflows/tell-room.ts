import { getExternalWorkflowHandle, isCancellation, log } from '@temporalio/workflow';
import { occupancy, type Occupancy } from './messages';
import { roomWorkflowId } from './protocol/ids';

/** A room that is gone needs no news; anything else of the signal is Temporal's to deliver. */
export const tellRoom = async (roomId: string, news: Occupancy): Promise<void> => {
  try {
    await getExternalWorkflowHandle(roomWorkflowId(roomId)).signal(occupancy, news);
  } catch (thrown) {
    if (isCancellation(thrown)) throw thrown;
    log.warn('the room is gone', { roomId, change: news.change });
  }
};
