import type { FlowDocument } from '#protocol/flow.schema';

/** An interview with two criteria. */
export const scoredDocument: FlowDocument = {
  name: { zh: '面试', en: 'Interview' },
  steps: [
    {
      id: 'interview',
      kind: 'interview',
      title: { zh: '面试', en: 'Interview' },
      ...{ minutes: 20, closingSeconds: 30, atDeadline: 'tell', questions: [] },
      criteria: [
        { id: 'idea', title: { zh: '创意', en: 'Idea' }, max: 20 },
        { id: 'craft', title: { zh: '表现', en: 'Craft' }, max: 30 },
      ],
    },
  ],
};
