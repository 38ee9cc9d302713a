import type { FlowDocument } from '#protocol/flow.schema';

/** An interview without a second camera: the shortest path that has a room. */
export const interviewDocument: FlowDocument = {
  name: { zh: '面试', en: 'Interview' },
  steps: [
    {
      id: 'notice',
      kind: 'notice',
      title: { zh: '须知', en: 'Notice' },
      text: { zh: '请阅读', en: 'Read this' },
    },
    {
      id: 'devices',
      kind: 'device-check',
      title: { zh: '设备', en: 'Devices' },
      require: ['camera', 'microphone', 'bell'],
    },
    {
      id: 'waiting',
      kind: 'waiting',
      title: { zh: '候考', en: 'Waiting' },
      ...{ invitationSeconds: 120, remindAfterSeconds: 60, expectedMinutes: 20 },
    },
    {
      id: 'interview',
      kind: 'interview',
      title: { zh: '面试', en: 'Interview' },
      ...{ minutes: 20, closingSeconds: 30, atDeadline: 'tell' },
      questions: [{ id: 'q1', title: { zh: '保密的题目', en: 'A secret question' } }],
      criteria: [],
    },
  ],
};
