import type { Effect } from '../protocol/machine';
import type { Errand } from './state';

/** What is still to be done in the world: in order within a kind, kinds beside each other. */
export class Errands {
  private waiting: readonly Errand[] = [];

  add(errands: readonly Errand[]): void {
    this.waiting = [...this.waiting, ...errands];
  }

  next(kind: Effect['kind']): Errand | undefined {
    return this.waiting.find(({ effect }) => effect.kind === kind);
  }

  done(errand: Errand): void {
    this.waiting = this.waiting.filter((each) => each !== errand);
  }

  isEmpty(): boolean {
    return this.waiting.length === 0;
  }
}
