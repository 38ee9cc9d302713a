import type { EntityTarget } from 'typeorm';
import { AnswerRevision } from '#models/answer-revision';
import { AnswerSheet } from '#models/answer-sheet';
import { DeviceLogEntry } from '#models/device-log-entry';
import { ExamEvent } from '#models/exam-event';
import { IdentityCase } from '#models/identity-case';
import { InterviewNote } from '#models/interview-note';
import { MeasuredOutageRow } from '#models/measured-outage';
import { Message } from '#models/message';
import { PaperDraw } from '#models/paper-draw';
import { RecordedChangeRow } from '#models/recorded-change';
import { ScoreCorrection, ScoreRecusal } from '#models/result-rows';
import { Sheet } from '#models/sheet';
import { SheetSet } from '#models/sheet-set';
import { Take } from '#models/take';
import { TakeFile } from '#models/take-file';
import { TakeSegment } from '#models/take-segment';
import { TakeSlice } from '#models/take-slice';

/** A row of these tables, as far as all of them are alike. */
interface OfSitting {
  sittingId: string | null;
}

export interface Source {
  /** Kind of its lines. */
  readonly kind: string;
  readonly entity: EntityTarget<OfSitting>;
  readonly order: readonly string[];
}

/** Everything that is kept of one sitting, a line a row, in the order in which people read it. */
export const sources: readonly Source[] = [
  { kind: 'event', entity: ExamEvent, order: ['revision', 'ordinal'] },
  { kind: 'change', entity: RecordedChangeRow, order: ['revision'] },
  { kind: 'device', entity: DeviceLogEntry, order: ['id'] },
  { kind: 'outage', entity: MeasuredOutageRow, order: ['fromAt'] },
  { kind: 'identity-case', entity: IdentityCase, order: ['openedAt'] },
  { kind: 'message', entity: Message, order: ['at'] },
  { kind: 'note', entity: InterviewNote, order: ['at'] },
  { kind: 'paper-draw', entity: PaperDraw, order: ['drawnAt'] },
  { kind: 'answers', entity: AnswerRevision, order: ['revision', 'why'] },
  { kind: 'answer-sheet', entity: AnswerSheet, order: ['stepId'] },
  { kind: 'sheet', entity: Sheet, order: ['createdAt'] },
  { kind: 'sheet-set', entity: SheetSet, order: ['version'] },
  { kind: 'take', entity: Take, order: ['createdAt'] },
  { kind: 'take-slice', entity: TakeSlice, order: ['takeId', 'position', 'segment', 'seq'] },
  { kind: 'score-correction', entity: ScoreCorrection, order: ['at', 'id'] },
  { kind: 'score-recusal', entity: ScoreRecusal, order: ['at'] },
];

/** What is kept of each take of a sitting. */
export const takeSources = [
  { kind: 'take-segment', entity: TakeSegment },
  { kind: 'take-file', entity: TakeFile },
] as const;
