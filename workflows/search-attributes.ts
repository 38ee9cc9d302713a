import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import { SearchAttributeType, defineSearchAttributeKey } from '@temporalio/common';

/** For operators only; consoles read the projection. Keyword, so that ids are not cut into words. */
export const searchKeys = {
  room: defineSearchAttributeKey('RoomId', SearchAttributeType.KEYWORD),
  phase: defineSearchAttributeKey('ExamPhase', SearchAttributeType.KEYWORD),
  flow: defineSearchAttributeKey('FlowVersion', SearchAttributeType.KEYWORD),
};

/**
 * Only where the run was started with them: upserting one that the server does not know fails the
 * workflow task for ever, and starting with one that it does not know fails at once.
 */
export const showPhase = (phase: string): void => {
  if (workflowInfo().typedSearchAttributes.get(searchKeys.room) === undefined) return;
  upsertSearchAttributes([{ key: searchKeys.phase, value: phase }]);
};
