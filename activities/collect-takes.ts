import { sealTake } from '#models/take-seals';
import type { TakePorts } from '#workflows/activities';
import type { Deps } from './deps';

/** Seals what is known of each take that counts. A repeat finds the same. */
export const collectTakes =
  ({ database }: Pick<Deps, 'database'>): TakePorts['collectTakes'] =>
  async ({ takes, until }) => {
    const source = await database();
    return source.transaction('READ COMMITTED', async (manager) => {
      const sealed = [];
      for (const { question, takeId } of takes)
        sealed.push({ question, sealed: await sealTake(manager, { takeId, at: until, by: 'clock' }) });
      return sealed;
    });
  };
