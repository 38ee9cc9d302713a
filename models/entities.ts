import { AnswerRevision } from './answer-revision';
import { AnswerSheet } from './answer-sheet';
import { AuditEntry } from './audit-entry';
import { Candidate } from './candidate';
import { DeviceLogEntry } from './device-log-entry';
import { Exam } from './exam';
import { ExamEvent } from './exam-event';
import { ExamPaper } from './exam-paper';
import { FactComment } from './fact-comment';
import { Flow } from './flow';
import { FlowVersion } from './flow-version';
import { HeldPosition } from './held-position';
import { HelpCall } from './help-call';
import { HelpMessage } from './help-message';
import { IdentityCase } from './identity-case';
import { MeasuredOutageRow } from './measured-outage';
import { Incident } from './incident';
import { InterviewNote } from './interview-note';
import { Message } from './message';
import { OrderDelivery } from './order-delivery';
import { OurOutage } from './our-outage';
import { PairingCode } from './pairing-code';
import { Paper } from './paper';
import { PaperDraw } from './paper-draw';
import { PaperImage } from './paper-image';
import { PhotoBatch } from './photo-batch';
import { ProcessHeartbeat } from './process-heartbeat';
import { RecordedChangeRow } from './recorded-change';
import { ResultRelease, ResultSignature, ScoreCorrection, ScoreRecusal } from './result-rows';
import { Room } from './room';
import { RehearsalPart } from './rehearsal-part';
import { Rehearsal } from './rehearsal';
import { RoomOrderRow } from './room-order';
import { Score } from './score';
import { Session } from './session';
import { Sheet } from './sheet';
import { SheetPart } from './sheet-part';
import { SheetSet } from './sheet-set';
import { Sitting } from './sitting';
import { Staff } from './staff';
import { StaffRoom } from './staff-room';
import { StoredObject } from './stored-object';
import { Take } from './take';
import { TakeFile } from './take-file';
import { TakeSegment } from './take-segment';
import { TakeSlice } from './take-slice';
import { TakeSlicePart } from './take-slice-part';
import { WatchStill } from './watch-still';

/** Every table. */
export const entities = [
  AnswerRevision,
  AnswerSheet,
  AuditEntry,
  Candidate,
  DeviceLogEntry,
  Exam,
  ExamEvent,
  ExamPaper,
  FactComment,
  Flow,
  FlowVersion,
  HeldPosition,
  HelpCall,
  HelpMessage,
  IdentityCase,
  MeasuredOutageRow,
  Incident,
  InterviewNote,
  Message,
  OrderDelivery,
  OurOutage,
  PairingCode,
  Paper,
  PaperDraw,
  PaperImage,
  PhotoBatch,
  ProcessHeartbeat,
  RecordedChangeRow,
  Room,
  Rehearsal,
  RehearsalPart,
  RoomOrderRow,
  Score,
  ScoreCorrection,
  ScoreRecusal,
  ResultSignature,
  ResultRelease,
  Session,
  Sheet,
  SheetPart,
  SheetSet,
  Sitting,
  Staff,
  StaffRoom,
  StoredObject,
  Take,
  TakeFile,
  TakeSegment,
  TakeSlice,
  TakeSlicePart,
  WatchStill,
];
