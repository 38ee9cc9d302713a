/** Answers kept for repeats: Temporal's own deduplication does not reach over continue-as-new. */
const KEPT = 200;
/** Characters of all kept answers together: what continue-as-new carries stays far below a payload's limit. */
const KEPT_CHARS = 200_000;

export interface StoredAnswer {
  readonly commandId: string;
  readonly json: string;
}

/** The last answers by command id, oldest first. Older repeats are answered from the record. */
export class Answers<T> {
  private kept: readonly StoredAnswer[];

  constructor(carried: readonly StoredAnswer[] = []) {
    this.kept = carried;
  }

  has(commandId: string): boolean {
    return this.kept.some((answer) => answer.commandId === commandId);
  }

  find(commandId: string): T | null {
    const found = this.kept.find((answer) => answer.commandId === commandId);
    return found ? (JSON.parse(found.json) as T) : null;
  }

  keep(commandId: string, answer: T): StoredAnswer {
    const stored = { commandId, json: JSON.stringify(answer) };
    this.kept = bounded([...this.kept, stored]);
    return stored;
  }

  carried(): readonly StoredAnswer[] {
    return this.kept;
  }
}

const bounded = (answers: readonly StoredAnswer[]): readonly StoredAnswer[] => {
  const recent = answers.slice(-KEPT);
  const chars = recent.reduce((sum, { json }) => sum + json.length, 0);
  return chars > KEPT_CHARS && recent.length > 1 ? bounded(recent.slice(1)) : recent;
};
