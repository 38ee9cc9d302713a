import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { staffRole } from '#protocol/live.schema';
import { localText } from '#protocol/text.schema';

/** What `flows/demo/demo.yaml` says. */
const demoPlan = z.strictObject({
  exam: z.strictObject({
    code: z.string(),
    title: localText,
    institution: localText,
    backupText: localText,
    phone: z.string(),
    flow: z.string(),
    videoProvider: z.enum(['direct', 'jitsi']),
  }),
  room: z.strictObject({ name: localText }),
  candidates: z.array(
    z.strictObject({ ticket: z.string(), name: z.string(), idNumberMasked: z.string(), photo: z.string() }),
  ),
  staff: z.array(z.strictObject({ role: staffRole, login: z.string(), name: z.string() })),
});
export type DemoPlan = z.infer<typeof demoPlan>;

const flowsFolder = join(__dirname, '../../../flows');
export const photosFolder = join(flowsFolder, 'demo/photos');

export const readPlan = async (): Promise<DemoPlan> =>
  demoPlan.parse(parse(await readFile(join(flowsFolder, 'demo/demo.yaml'), 'utf8')));

export const readFlowFile = (name: string): Promise<string> =>
  readFile(join(flowsFolder, `${name}.yaml`), 'utf8');
