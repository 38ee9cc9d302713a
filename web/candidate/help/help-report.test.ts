import { helpReport } from '#protocol/help.schema';
import type { DeviceState } from '#protocol/live.schema';
import { helpReportOf } from './help-report';

const page = { isSecureContext: true, navigator: {}, innerWidth: 390, innerHeight: 844 };
const device: DeviceState = {
  ...{ camera: 'denied', microphone: 'live', bell: false },
  ...{ visible: true, battery: null, rttMs: 40 },
};
const sitting = {
  candidate: { name: '张三', ticket: '2026001' },
  position: 2,
  step: { id: 'cameras', title: { zh: '摄像头' } },
  device,
  faults: ['permission-denied'],
} as const;

describe('the report of a device', () => {
  const report = helpReportOf(sitting, page, 'x'.repeat(300), 'zh-CN');

  it('fits what the server takes, whatever the browser calls itself', () =>
    expect(helpReport.safeParse(report).error).toBeUndefined());

  it('says where, with what, and what is missing', () => {
    expect(report).toMatchObject({ position: 2, stepId: 'cameras', screen: '390 × 844', device });
    expect(report.faults).toEqual(['permission-denied']);
    expect(report.lacks).toContain('no-recorder');
  });

  it('names nobody', () => expect(JSON.stringify(report)).not.toMatch(/张三|2026001/));
});
