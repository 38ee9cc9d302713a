import type { Dice } from './dice';
import type { FlowFile } from './flows';
import type { Options, Target } from './options';
import { actsOf, type Act } from './plays/plays';

/** One walk of a hall through a flow: at each act something is killed, or nothing. */
export interface Pass {
  readonly flow: FlowFile;
  readonly acts: readonly { readonly act: Act; readonly target: Target | null }[];
}

/**
 * As many passes as there are targets; in each, another target at every act, so that no part is killed twice in a
 * row and every pair comes about once.
 */
export function passesOf(flow: FlowFile, { targets, steps }: Options): Pass[] {
  const acts = actsOf(flow.document.steps);
  const isWanted = ({ id }: Act): boolean => steps?.includes(id) ?? true;
  const last = acts.findLastIndex(isWanted);
  return targets.map((_, pass) => ({
    flow,
    acts: acts.slice(0, last + 1).map((act, at) => ({
      act,
      target: isWanted(act) ? (targets[(pass + at) % targets.length] ?? null) : null,
    })),
  }));
}

/** Of all passes one, with so many of its cells: the rest of its way is walked in calm. */
export function sampleOf(passes: readonly Pass[], count: number, dice: Dice): Pass[] {
  const [pass] = dice.some(passes, 1);
  if (!pass) return [];
  const places = pass.acts.flatMap(({ target }, at) => (target ? [at] : []));
  const drawn = dice.some(places, count);
  const last = drawn.at(-1) ?? -1;
  const acts = pass.acts
    .slice(0, last + 1)
    .map(({ act, target }, at) => ({ act, target: drawn.includes(at) ? target : null }));
  return [{ ...pass, acts }];
}
