import { TheHall } from './1764000000000-the-hall';
import { TheRecord } from './1764000000001-the-record';
import { Help } from './1764070000000-help';
import { Rehearsals } from './1764075000000-rehearsals';
import { InterviewNotes } from './1764077000000-interview-notes';
import { Outages } from './1764080000000-outages';
import { TheWrittenExam } from './1764090000000-the-written-exam';
import { LastingOutages } from './1764095000000-lasting-outages';
import { TheTakes } from './1764100000000-the-takes';
import { TheOffice } from './1764110000000-the-office';
import { TheResults } from './1764120000000-the-results';
import { TheWatchedExam } from './1764140000000-the-watched-exam';

/** In the order of their landing. One that has landed is never edited. */
export const migrations = [
  TheHall,
  TheRecord,
  Help,
  Rehearsals,
  InterviewNotes,
  Outages,
  TheWrittenExam,
  LastingOutages,
  TheTakes,
  TheOffice,
  TheResults,
  TheWatchedExam,
];
