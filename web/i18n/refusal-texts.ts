import type { RefusalCode } from '#protocol/refusals';

/**
 * The sentences of one refusal: what happened and what it means, then what to do.
 * `exactly` replaces `what` where the refusal's details fill all of its placeholders.
 */
export interface RefusalText {
  readonly what: string;
  readonly exactly?: string;
  readonly todo: string;
}

export type RefusalTexts = Record<RefusalCode, RefusalText>;
