import { Answers } from '../answers';
import type { IdentityCasePorts } from '../activities';
import { refusalFailure } from '../failures';
import type { DecisionRequest, IdentityCaseInput, IdentityCaseState } from '../messages';
import { isRefusal } from '../protocol/refusals';
import { takeDecision } from './decision';

type Row = Parameters<IdentityCasePorts['recordIdentityCase']>[0];

/** The shell of one case: decisions are answered at once and recorded in their order. */
export class IdentityCase {
  private current: IdentityCaseState;
  private readonly answers = new Answers<IdentityCaseState>();
  private outbox: readonly Row[];

  constructor(private readonly input: IdentityCaseInput) {
    this.current = {
      caseId: input.caseId,
      phase: 'open',
      firstBy: null,
      verdict: null,
      decidedBy: null,
      decidedAt: null,
    };
    this.outbox = [{ input, state: this.current, note: null, cardKey: null }];
  }

  state(): IdentityCaseState {
    return this.current;
  }

  judge(request: DecisionRequest): void {
    if (!this.answers.has(request.commandId)) this.demand(request);
  }

  decide(request: DecisionRequest): IdentityCaseState {
    const known = this.answers.find(request.commandId);
    if (known) return known;
    const state = this.demand(request);
    const { note, cardKey } = request;
    this.answers.keep(request.commandId, state);
    this.outbox = [...this.outbox, { input: this.input, state, note, cardKey }];
    this.current = state;
    return state;
  }

  unrecorded(): Row | undefined {
    return this.outbox[0];
  }

  recorded(row: Row): void {
    this.outbox = this.outbox.filter((each) => each !== row);
  }

  isOver(): boolean {
    return this.current.phase === 'decided' && this.outbox.length === 0;
  }

  private demand(request: DecisionRequest): IdentityCaseState {
    const answer = takeDecision(this.current, request);
    if (isRefusal(answer)) throw refusalFailure(answer);
    return answer;
  }
}
