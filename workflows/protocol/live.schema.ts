import { z } from 'zod';
import { staffRoles } from './policies';
import { epochMs, ulid } from './text.schema';
import { candidateView, roomView, staffView } from './views.schema';

export const staffRole = z.enum(staffRoles);

/** `amber` after 5 s without a sign of life, `lost` after 15 s; `locked` where the page said so before it fell silent. */
export const presenceState = z.enum(['never', 'live', 'amber', 'lost', 'locked', 'left']);
export const cameraState = z.enum(['live', 'off', 'muted', 'covered', 'ended', 'denied', 'unknown']);

/** What a page says of itself every 4 s (`PRESENCE.beatMs`). */
export const deviceState = z.strictObject({
  camera: cameraState,
  microphone: z.enum(['live', 'off', 'muted', 'silent', 'denied', 'unknown']),
  bell: z.boolean(),
  visible: z.boolean(),
  /** 0 to 1, null where the browser does not tell. */
  battery: z.number().min(0).max(1).nullable(),
  /** Round trip of the last report in ms. */
  rttMs: z.number().int().nonnegative().max(120_000).nullable(),
});
export type DeviceState = z.infer<typeof deviceState>;

export const positionPresence = z.strictObject({
  state: presenceState,
  lastSeenAt: epochMs.nullable(),
  device: deviceState.nullable(),
});
export type PositionPresence = z.infer<typeof positionPresence>;
export const presence = z.strictObject({ 1: positionPresence, 2: positionPresence });
export type Presence = z.infer<typeof presence>;

export const message = z.strictObject({
  id: ulid,
  at: epochMs,
  /** `candidate` and staff of one sitting; `room` an announcement to all; `panel` staff only. */
  audience: z.enum(['candidate', 'room', 'panel']),
  sittingId: ulid.nullable(),
  from: z.strictObject({
    kind: z.enum(['candidate', 'staff']),
    role: staffRole.nullable(),
    name: z.string(),
    mine: z.boolean(),
  }),
  text: z.string(),
});
export type Message = z.infer<typeof message>;

/** A participant of a video stage of the `direct` provider. A page that reloads comes back with a higher epoch. */
export const peer = z.strictObject({
  peerId: z.string(),
  epoch: z.number().int(),
  role: z.union([z.literal('candidate'), staffRole]),
  name: z.string(),
  position: z.union([z.literal(1), z.literal(2)]).nullable(),
});
export type Peer = z.infer<typeof peer>;

export const mail = z.strictObject({
  id: z.string(),
  stageId: z.string(),
  from: z.string(),
  fromEpoch: z.number().int(),
  to: z.string(),
  body: z.json(),
});
export type Mail = z.infer<typeof mail>;

/** Silence of one device of a candidate whose clock ran, as measured: from its last sign of life to the next. */
export const measuredOutage = z.strictObject({
  id: ulid,
  position: z.union([z.literal(1), z.literal(2)]),
  /** How it began: without a word, by closing the page, or hidden (locked, in a call). */
  began: z.enum(['lost', 'left', 'locked']),
  from: epochMs,
  /** Null while it lasts. */
  to: epochMs.nullable(),
});
export type MeasuredOutage = z.infer<typeof measuredOutage>;

/** What surrounds a candidate beside his own workflow. */
export const surroundings = z.strictObject({
  queue: z
    .strictObject({ ahead: z.number().int(), total: z.number().int(), estimateMs: z.number().nullable() })
    .nullable(),
  officer: z.strictObject({
    name: z.string().nullable(),
    state: z.enum(['with-you', 'with-another', 'there', 'nobody']),
  }),
  room: z.strictObject({ phase: roomView.shape.phase, somebodyInside: z.boolean() }),
  /** Checks ahead of this one while pictures are compared. */
  faceChecksAhead: z.number().int().nullable(),
  presence,
  /** His own outages; what of them waits for staff is told by `proposals` of `#protocol/outages`. */
  outages: z.array(measuredOutage).optional(),
});
export type Surroundings = z.infer<typeof surroundings>;

/** One line of a console. `staff` is null before check-in. */
export const consoleRow = z.strictObject({
  sittingId: ulid,
  ticket: z.string(),
  name: z.string(),
  revision: z.number().int(),
  staff: staffView.nullable(),
  presence,
  /** Staff talking with this candidate in the waiting area. */
  talkingWith: z.strictObject({ staffId: ulid, name: z.string() }).nullable(),
  /** Measured while his clock ran, oldest first; what of them may be given back is told by `proposals`. */
  outages: z.array(measuredOutage).optional(),
});
export type ConsoleRow = z.infer<typeof consoleRow>;

export const staffPresent = z.strictObject({
  staffId: ulid,
  name: z.string(),
  role: staffRole,
  where: z.enum(['console', 'exam-room', 'waiting-area']),
});

/** Whether the video of a room works, and whether its staff should move it to connections from browser to browser. */
export const roomVideoState = z.strictObject({
  provider: z.enum(['direct', 'jitsi']),
  /** `bridge`: the provider does not answer. `people`: different people could not join. Null: nothing to do. */
  alarm: z.enum(['bridge', 'people']).nullable(),
  /** The provider is silent since. */
  since: epochMs.nullable(),
  /** Who could not join in the last minutes. */
  people: z.number().int(),
  /** The last time that staff moved the room. */
  moved: z.strictObject({ since: epochMs, by: z.string(), byName: z.string().nullable() }).nullable(),
});
export type RoomVideoState = z.infer<typeof roomVideoState>;

/** Events of `GET /api/live`. On connect: `hello`, then the whole state; afterwards what changed, whole per item. */
export const liveEvent = z.discriminatedUnion('event', [
  z.strictObject({ event: z.literal('hello'), serverTime: epochMs, connection: z.string() }),
  /** To the candidate's devices. */
  z.strictObject({ event: z.literal('view'), view: candidateView }),
  z.strictObject({ event: z.literal('surroundings'), surroundings }),
  /** Another device took this position; commands of this one are refused from now on. */
  z.strictObject({
    event: z.literal('superseded'),
    position: z.union([z.literal(1), z.literal(2)]),
    epoch: z.number().int(),
  }),
  /** To staff of a room. */
  z.strictObject({ event: z.literal('room'), room: roomView, staff: z.array(staffPresent) }),
  /** Where the exam has a video server: at first and at every change. */
  z.strictObject({ event: z.literal('video'), video: roomVideoState }),
  z.strictObject({ event: z.literal('rows'), whole: z.boolean(), rows: z.array(consoleRow) }),
  /** To both. */
  z.strictObject({ event: z.literal('message'), message }),
  z.strictObject({ event: z.literal('peers'), stageId: z.string(), peers: z.array(peer) }),
  z.strictObject({ event: z.literal('mail'), mail }),
  z.strictObject({ event: z.literal('score'), sittingId: ulid, sealed: z.number().int() }),
]);
export type LiveEvent = z.infer<typeof liveEvent>;
