import {
  allHandlersFinished,
  condition,
  continueAsNew,
  setHandler,
  setWorkflowOptions,
} from '@temporalio/workflow';
import { occupancy, roomOrder, roomState, type RoomInput } from './messages';
import { record, ring, watch } from './room/lanes';
import { Room, type CarriedRoom } from './room/room';
import { whenVersioned } from './versioning';

/** One exam room's day: open, orders in their numbers, one candidate inside at a time, closed. */
export async function roomWorkflow(input: RoomInput, carried?: CarriedRoom) {
  const room = new Room(input, carried);
  setHandler(roomState, () => room.view());
  setHandler(occupancy, (news) => room.learn(news));
  setHandler(roomOrder, (request) => room.accept(request), { validator: (request) => room.judge(request) });
  do {
    await Promise.all([record(room), ring(room, 'guest'), ring(room, 'everyone'), watch(room)]);
    await condition(allHandlersFinished);
  } while (!room.isAtRest());
  if (room.isDone()) return room.view();
  return continueAsNew<typeof roomWorkflow>(input, room.carry());
}

setWorkflowOptions(whenVersioned('PINNED'), roomWorkflow);
