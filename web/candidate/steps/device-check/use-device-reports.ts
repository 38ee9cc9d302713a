import { useEffect, useEffectEvent } from 'react';
import type { DeviceReport } from '#steps/device-check/schema';

interface DeviceReports {
  readonly report: DeviceReport;
  /** What the server knows already. */
  readonly known: DeviceReport | null;
  /** Nothing is told before the candidate began, and nothing while another command is on its way. */
  readonly active: boolean;
  readonly send: (report: DeviceReport) => void;
}

/** Longer than a device takes to settle, shorter than staff's patience. */
const SETTLES_MS = 2_500;

/** Tells staff what the check finds, once it stands still, so that they can help or waive. */
export function useDeviceReports({ report, known, active, send }: DeviceReports): void {
  const words = JSON.stringify(report);
  const told = JSON.stringify(known);
  const tell = useEffectEvent(() => send(report));
  const settled = !words.includes('checking');
  useEffect(() => {
    if (!active || !settled || words === told) return undefined;
    const timer = setTimeout(tell, SETTLES_MS);
    return () => clearTimeout(timer);
  }, [active, settled, words, told]);
}
