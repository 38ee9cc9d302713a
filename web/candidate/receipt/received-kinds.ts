/** Events of a sitting that the receipt names in words. */
export const receivedKinds = [
  'notice.read',
  'pledge.agreed',
  'device-check.finished',
  'face-check.passed',
  'face-check.by-card',
  'face-check.gone-on',
  'face-check.review',
  'cameras.finished',
  'waiting.accepted',
  'interview.started',
  'interview.opened',
  'interview.ended',
  'recording.confirmed',
] as const;
