import { holds, type StaffRole } from '#protocol/policies';

/** The faces of one room: where candidates wait, where they are examined one by one, and where all write. */
export type Face = 'waiting' | 'exam' | 'paper' | 'wall';

type Steps = readonly { readonly kind: string }[];
const has = (steps: Steps, kind: string): boolean => steps.some((step) => step.kind === kind);

/** What there is to see in a room, by what its flow holds. */
export const facesOf = (steps: Steps): readonly Face[] => [
  'waiting',
  ...(has(steps, 'interview') || !(has(steps, 'paper') || has(steps, 'proctored'))
    ? (['exam'] as const)
    : []),
  ...(has(steps, 'paper') ? (['paper'] as const) : []),
  ...(has(steps, 'proctored') ? (['wall'] as const) : []),
];

/** Where somebody begins: invigilators, and whoever sits in a room where everybody writes, at the paper. */
export function startingFace(role: StaffRole, steps: Steps): Face {
  const faces = facesOf(steps);
  const isWatched = faces.includes('wall');
  if (isWatched && (role === 'invigilator' || (!faces.includes('exam') && role !== 'waiting-officer')))
    return 'wall';
  const writes = faces.includes('paper');
  if (writes && (role === 'invigilator' || (!faces.includes('exam') && role !== 'waiting-officer')))
    return 'paper';
  return faces.includes('exam') && holds(role, 'sit in the exam room') ? 'exam' : 'waiting';
}
