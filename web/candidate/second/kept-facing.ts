export type Facing = 'user' | 'environment';

const PLACE = 'examhall.facing';

/** The rear camera sees a desk better; whoever turned it round keeps it over reloads. */
export function keptFacing(storage: () => Storage): Facing {
  try {
    return storage().getItem(PLACE) === 'user' ? 'user' : 'environment';
  } catch {
    return 'environment';
  }
}

export function keepFacing(storage: () => Storage, facing: Facing): void {
  try {
    storage().setItem(PLACE, facing);
  } catch {
    // Not kept: the next page begins with the rear camera.
  }
}
