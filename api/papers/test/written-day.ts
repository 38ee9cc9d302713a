import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { ulid } from 'ulid';
import type { Room } from '#models/room';
import type { RoomOrder } from '#protocol/orders.schema';
import type { StepConfig } from '#steps/schemas';
import { buildExam, buildFlowVersion, buildRoom } from '../../../models/test/factories';
import type { Browser } from '../../test/browser';
import { staffOf } from '../../test/day';
import type { TestHall } from '../../test/start-hall';

export const paperYaml = readFileSync(join(__dirname, 'paper.yaml'));
const words = (text: string) => ({ zh: text, en: text });

export const onlineStep: StepConfig = {
  id: 'paper',
  kind: 'paper',
  mode: 'online',
  title: words('Written exam'),
  minutes: 120,
  dispatch: { by: 'order' },
  print: false,
  closingSeconds: 30,
};
export const photographedStep: StepConfig = {
  ...{ id: 'paper', kind: 'paper', mode: 'photographed', title: words('Written exam'), minutes: 120 },
  ...{ dispatch: { by: 'order' }, print: true, position: 2, mostSheets: 9 },
  ...{ photographMinutes: 15, uploadMinutes: 60 },
};

export interface WrittenDay {
  readonly room: Room;
  readonly admin: Browser;
  readonly invigilator: Browser;
  readonly order: (order: RoomOrder) => ReturnType<Browser['call']>;
}

/** An exam of one written step that is open now. */
export async function openWrittenDay(hall: TestHall, step: StepConfig): Promise<WrittenDay> {
  const document = { name: words('Written exam'), steps: [step] };
  const version = await buildFlowVersion(hall.source, { document, yaml: `# ${ulid()}` });
  const exam = await buildExam(hall.source, { flowVersionId: version.id });
  const room = await buildRoom(hall.source, { examId: exam.id });
  const admin = await staffOf(hall, 'admin', room);
  const invigilator = await staffOf(hall, 'invigilator', room);
  const order = (given: RoomOrder) =>
    invigilator.call('orderRoom', {
      params: { roomId: room.id },
      body: { commandId: ulid(), order: given },
    });
  return { room, admin, invigilator, order };
}

export const file = (bytes: Buffer) =>
  new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' });

/** Uploads a paper and attaches it to the step. */
export async function placePaper(
  { room, admin }: WrittenDay,
  filename: string,
  bytes: Buffer,
): Promise<string> {
  const { examId } = room;
  const poster = await sharp({ create: { width: 20, height: 10, channels: 3, background: '#345' } })
    .png()
    .toBuffer();
  const image = new Blob([new Uint8Array(poster)], { type: 'image/png' });
  const put = await admin.call('putPaperImage', { params: { examId, name: 'poster.png' }, body: image });
  if (put.refused) throw new Error(`the image was refused: ${put.refused}`);
  const uploaded = await admin.call('uploadPaper', {
    params: { examId },
    query: { filename },
    body: file(bytes),
  });
  if (uploaded.refused) throw new Error(`the paper was refused: ${JSON.stringify(uploaded.details)}`);
  const attached = await admin.call('attachPapers', {
    params: { examId, stepId: 'paper' },
    body: { paperIds: [uploaded.body.id] },
  });
  if (attached.refused) throw new Error(`the paper could not be attached: ${attached.refused}`);
  return uploaded.body.id;
}
