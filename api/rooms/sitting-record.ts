import type { z } from 'zod';
import { ExamEvent } from '#models/exam-event';
import type { StaffPrincipal } from '../access/principal';
import type { Parts } from '../parts';
import { seesIdentity } from '../presenters/staff-view';
import { namesOf } from '../staff-names';
import { viewerOf } from './viewer';

const aboutIdentity = /^(identity|face-check)\./;

/** What happened in one sitting, for whoever reads: how the face check went is not for examiners before sealing. */
export async function readRecord(parts: Parts, who: StaffPrincipal, sittingId: string) {
  const { dataSource } = parts;
  const [rows, viewer] = await Promise.all([
    dataSource
      .getRepository(ExamEvent)
      .find({ where: { sittingId }, order: { revision: 'ASC', ordinal: 'ASC' } }),
    viewerOf(parts, who),
  ]);
  const shown = seesIdentity(viewer, sittingId) ? rows : rows.filter(({ kind }) => !aboutIdentity.test(kind));
  const nameOf = await namesOf(
    dataSource,
    shown.map(({ byWhom }) => byWhom),
  );
  return {
    events: shown.map(({ revision, kind, at, byWhom, stepId, details }) => ({
      ...{ revision, kind, at, stepId },
      by: byWhom,
      byName: nameOf(byWhom),
      // Read from a column of JSON.
      details: details as Record<string, z.core.util.JSONType>,
    })),
  };
}
