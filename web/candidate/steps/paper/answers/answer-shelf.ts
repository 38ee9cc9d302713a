import type { SavedAnswers } from '#contract/answers';
import type { Answers } from '#protocol/paper.schema';
import { openDatabase, type Database } from '../../../kept/database';
import type { Clash } from './merge';

/** A save under way: repeated word for word until it is answered. */
export interface Flight {
  readonly saveId: string;
  readonly base: number;
  readonly changes: Answers;
}

/** What this browser holds of one candidate's answers to one paper; it outlives the page. */
export interface KeptAnswers {
  /** `sittingId/stepId` */
  readonly key: string;
  /** The server's state that everything here stands on. */
  readonly saved: SavedAnswers;
  readonly flight: Flight | null;
  readonly pending: Answers;
  readonly clashes: readonly Clash[];
}

export interface AnswerShelf {
  readonly get: (key: string) => Promise<KeptAnswers | undefined>;
  /** False where the browser keeps nothing (private windows, a full disk): then only the server does. */
  readonly put: (kept: KeptAnswers) => Promise<boolean>;
}

export function createAnswerShelf(open: () => Promise<Database> = openDatabase): AnswerShelf {
  const database = open();
  // Asked for below, where a refusal has an answer.
  database.catch(() => undefined);
  return {
    get: (key) =>
      database.then(
        (shelf) => shelf.get('answers', key),
        () => undefined,
      ),
    put: (kept) =>
      database
        .then(async (shelf) => {
          await shelf.put('answers', kept);
          return true;
        })
        .catch(() => false),
  };
}
