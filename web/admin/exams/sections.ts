import type { Obstacle } from '#contract/office-exams';

export const sections = ['form', 'rooms', 'roster', 'day', 'history'] as const;
export type Section = (typeof sections)[number];

const places = {
  'no-flow': 'form',
  'dates-past': 'form',
  'no-room': 'rooms',
  'nobody-invites': 'rooms',
  'nobody-examines': 'rooms',
  'nobody-decides': 'rooms',
  'nobody-orders': 'rooms',
  'paper-missing': 'form',
  'no-candidates': 'roster',
  'room-empty': 'roster',
  'no-photos': 'roster',
  'no-passcodes': 'day',
} as const satisfies Record<Obstacle['code'], Section>;

/** Where an obstacle is put right. */
export const sectionOf = (code: Obstacle['code']): Section => places[code];
