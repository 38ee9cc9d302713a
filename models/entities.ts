import { AuditEntry } from './audit-entry';
import { Candidate } from './candidate';
import { DeviceLogEntry } from './device-log-entry';
import { Exam } from './exam';
import { ExamEvent } from './exam-event';
import { Flow } from './flow';
import { FlowVersion } from './flow-version';
import { HeldPosition } from './held-position';
import { IdentityCase } from './identity-case';
import { Message } from './message';
import { OrderDelivery } from './order-delivery';
import { PairingCode } from './pairing-code';
import { ProcessHeartbeat } from './process-heartbeat';
import { RecordedChangeRow } from './recorded-change';
import { Room } from './room';
import { RoomOrderRow } from './room-order';
import { Score } from './score';
import { Session } from './session';
import { Sitting } from './sitting';
import { Staff } from './staff';
import { StaffRoom } from './staff-room';
import { StoredObject } from './stored-object';

/** Every table. */
export const entities = [
  AuditEntry,
  Candidate,
  DeviceLogEntry,
  Exam,
  ExamEvent,
  Flow,
  FlowVersion,
  HeldPosition,
  IdentityCase,
  Message,
  OrderDelivery,
  PairingCode,
  ProcessHeartbeat,
  RecordedChangeRow,
  Room,
  RoomOrderRow,
  Score,
  Session,
  Sitting,
  Staff,
  StaffRoom,
  StoredObject,
];
