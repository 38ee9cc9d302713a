/** Workflow ids are plain text in Temporal even with a codec, so they hold opaque ids only. */
export const sittingWorkflowId = (sittingId: string) => `sitting/${sittingId}`;
export const roomWorkflowId = (roomId: string) => `room/${roomId}`;
export const identityCaseWorkflowId = (caseId: string) => `identity-case/${caseId}`;

/** One identity case a sitting and step: opening it twice is the same case. */
export const identityCaseId = (sittingId: string, stepId: string) => `${sittingId}.${stepId}`;
