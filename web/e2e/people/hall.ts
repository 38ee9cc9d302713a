import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { ulid } from 'ulid';
import { readSittingAnswers } from '#contract/answers';
import { loginStaff, whoAmI } from '#contract/auth';
import type { OutputOf } from '#contract/endpoint';
import { listFlows } from '#contract/flows';
import { attachPapers, putPaperImage, uploadPaper } from '#contract/papers';
import { openConsole, orderRoom } from '#contract/rooms';
import type { RoomOrder } from '#protocol/orders.schema';
import { createCaller, type Caller } from '../world/caller';
import type { World } from '../world/world';

const paperFile = join(__dirname, '../../../api/papers/test/paper.yaml');

async function signIn(world: World, role: string): Promise<Caller> {
  const login = world.logins.staff.find((staff) => staff.role === role);
  if (!login) throw new Error(`the demo exam has no ${role}`);
  const caller = createCaller(world.url);
  await caller.must(loginStaff, { body: { login: login.login, password: login.password } });
  return caller;
}

/** The office uploads a paper as PDF and attaches it to the step `paper`. */
export async function placePdf(world: World, pdf: Buffer): Promise<void> {
  const { must } = await signIn(world, 'admin');
  const { exams } = await must(listFlows);
  const examId = exams[0]?.id ?? '';
  const body = new Blob([new Uint8Array(pdf)], { type: 'application/octet-stream' });
  const { id } = await must(uploadPaper, { params: { examId }, query: { filename: 'paper.pdf' }, body });
  await must(attachPapers, { params: { examId, stepId: 'paper' }, body: { paperIds: [id] } });
}

/** The office uploads the paper of the API's own tests and attaches it to the step `paper`. */
export async function placePaper(world: World): Promise<void> {
  const { must } = await signIn(world, 'admin');
  const { exams } = await must(listFlows);
  const examId = exams[0]?.id ?? '';
  const poster = await sharp({ create: { width: 240, height: 120, channels: 3, background: '#345' } })
    .png()
    .toBuffer();
  const image = new Blob([new Uint8Array(poster)], { type: 'image/png' });
  await must(putPaperImage, { params: { examId, name: 'poster.png' }, body: image });
  const body = new Blob([new Uint8Array(readFileSync(paperFile))], { type: 'application/octet-stream' });
  const { id } = await must(uploadPaper, { params: { examId }, query: { filename: 'paper.yaml' }, body });
  await must(attachPapers, { params: { examId, stepId: 'paper' }, body: { paperIds: [id] } });
}

/** Whoever runs the hall, at work through the API. */
export interface HallStaff {
  readonly order: (order: RoomOrder) => Promise<void>;
  readonly answersOf: (ticket: string) => Promise<OutputOf<typeof readSittingAnswers>>;
}

export async function hallStaffOf(world: World): Promise<HallStaff> {
  const { must } = await signIn(world, 'chief-examiner');
  const who = await must(whoAmI);
  const roomId = (who.kind === 'staff' && who.rooms[0]?.id) || '';
  return {
    order: async (order) => {
      await must(orderRoom, { params: { roomId }, body: { commandId: ulid(), order } });
    },
    answersOf: async (ticket) => {
      const { rows } = await must(openConsole, { params: { roomId } });
      const sittingId = rows.find((row) => row.ticket === ticket)?.sittingId ?? '';
      return must(readSittingAnswers, { params: { sittingId, stepId: 'paper' }, query: {} });
    },
  };
}
