import { z } from 'zod';
import { localText, stepId } from '#protocol/text.schema';

export const deviceRequirement = z.enum(['camera', 'microphone', 'bell']);
export type DeviceRequirement = z.infer<typeof deviceRequirement>;

/** `ok`, or the code of what is wrong as the page found it (`no-camera`, `permission-denied`, …). */
const finding = z.string().regex(/^[a-z-]{2,40}$/);
export const deviceReport = z.strictObject({ camera: finding, microphone: finding, bell: finding });
export type DeviceReport = z.infer<typeof deviceReport>;

/** Camera, microphone and "did you hear the bell?" on the device that sits the exam. */
export const deviceCheckConfig = z.strictObject({
  id: stepId,
  kind: z.literal('device-check'),
  title: localText,
  text: localText.optional(),
  require: z.array(deviceRequirement).min(1),
});
export const deviceCheckMachine = z.object({
  id: stepId,
  kind: z.literal('device-check'),
  require: z.array(deviceRequirement),
});
export const deviceCheckCommands = [
  z.strictObject({ name: z.literal('device-check.report'), report: deviceReport }),
  z.strictObject({ name: z.literal('device-check.finish'), report: deviceReport }),
] as const;
export const deviceCheckView = z.strictObject({
  kind: z.literal('device-check'),
  phase: z.literal('checking'),
  require: z.array(deviceRequirement),
  waived: z.array(deviceRequirement),
  report: deviceReport.nullable(),
});
