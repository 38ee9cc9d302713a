import type { CommandShelf, KeptCommand } from '../commands/outbox';
import { openDatabase, type Database } from './database';

/** Kept in this page only: for browsers that refuse storage in private windows. */
function shelfInMemory(): CommandShelf {
  const kept = new Map<string, KeptCommand>();
  return {
    all: async () => [...kept.values()],
    put: async (command) => void kept.set(command.commandId, command),
    remove: async (commandId) => void kept.delete(commandId),
  };
}

function shelfIn(database: Database): CommandShelf {
  return {
    all: () => database.getAll('commands'),
    put: async (command) => void (await database.put('commands', command)),
    remove: (commandId) => database.delete('commands', commandId),
  };
}

/** A fault of the storage never stops a command from being sent. */
export function createCommandShelf(open: () => Promise<Database> = openDatabase): CommandShelf {
  const spare = shelfInMemory();
  const shelf = open().then(shelfIn, () => spare);
  const safely = async <T>(act: (on: CommandShelf) => Promise<T>): Promise<T> => {
    try {
      return await act(await shelf);
    } catch {
      return act(spare);
    }
  };
  return {
    all: () => safely((on) => on.all()),
    put: (command) => safely((on) => on.put(command)),
    remove: (commandId) => safely((on) => on.remove(commandId)),
  };
}
