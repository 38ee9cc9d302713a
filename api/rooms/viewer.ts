import { IsNull, Not } from 'typeorm';
import { holds } from '#protocol/policies';
import { Score } from '#models/score';
import type { StaffPrincipal } from '../access/principal';
import { within } from '../deadline';
import type { Parts } from '../parts';
import type { Viewer } from '../presenters/staff-view';

/** Who reads, and which sheets he sealed. While that cannot be known he has sealed none. */
export async function viewerOf(
  { dataSource }: Pick<Parts, 'dataSource'>,
  { role, staffId }: StaffPrincipal,
): Promise<Viewer> {
  if (!holds(role, 'score a candidate') || holds(role, 'look at identity pictures'))
    return { role, sealed: new Set() };
  const sealed = await within(
    1_000,
    dataSource
      .getRepository(Score)
      .find({ where: { staffId, sealedAt: Not(IsNull()) }, select: { sittingId: true, staffId: true } }),
  ).catch(() => []);
  return { role, sealed: new Set(sealed.map(({ sittingId }) => sittingId)) };
}
