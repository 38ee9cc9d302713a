import type { DataSource } from 'typeorm';
import type { Message as MessageRow } from '#models/message';
import { Sitting } from '#models/sitting';
import type { Message } from '#protocol/live.schema';
import { holds } from '#protocol/policies';
import type { CandidatePrincipal, StaffPrincipal } from '../access/principal';
import { AppError } from '../errors';
import type { Publisher } from '../live/publish';
import type { Somebody } from '../video/slot';
import { keepMessage, newestMessages } from './message-rows';
import { presentMessage, readsPanel } from './who-may-read';

export type StaffLetter =
  | { readonly audience: 'candidate'; readonly sittingId: string; readonly id: string; readonly text: string }
  | { readonly audience: 'room' | 'panel'; readonly id: string; readonly text: string };

/** Words between candidates and staff. They change no exam; the browser's id makes a repeat the same message. */
export function createMessages(dataSource: DataSource, publish: Publisher, clock: () => number) {
  const keep = async (row: Omit<MessageRow, 'at'>, who: Somebody): Promise<Message> => {
    const { first, isNew } = await keepMessage(dataSource, { ...row, at: clock() });
    if (isNew) publish.toRoom(row.roomId, { kind: 'message', messageId: row.id });
    return presentMessage(first, who);
  };

  const forCandidate = async (who: CandidatePrincipal): Promise<Message[]> => {
    const { sittingId, roomId } = who;
    const rows = await newestMessages(dataSource, [
      { sittingId, audience: 'candidate' },
      { roomId, audience: 'room' },
    ]);
    return rows.map((row) => presentMessage(row, who));
  };

  const forStaff = async (who: StaffPrincipal, roomId: string): Promise<Message[]> => {
    const audiences = ['candidate', 'room', ...(readsPanel(who.role) ? (['panel'] as const) : [])] as const;
    const where = audiences.map((audience) => ({ roomId, audience }));
    return (await newestMessages(dataSource, where)).map((row) => presentMessage(row, who));
  };

  const writeAsCandidate = (who: CandidatePrincipal, id: string, text: string): Promise<Message> => {
    const { roomId, sittingId, name: authorName } = who;
    const author = { authorKind: 'candidate', authorId: sittingId, authorRole: null, authorName } as const;
    return keep({ id, roomId, sittingId, audience: 'candidate', text, ...author }, who);
  };

  /** @throws AppError NOT_FOUND for a sitting of another room, NOT_ALLOWED to the panel without the ability */
  const writeAsStaff = async (who: StaffPrincipal, roomId: string, letter: StaffLetter): Promise<Message> => {
    const { id, audience, text } = letter;
    if (audience === 'panel' && !holds(who.role, 'write to the panel')) throw new AppError('NOT_ALLOWED');
    const sittingId = letter.audience === 'candidate' ? letter.sittingId : null;
    if (sittingId !== null && !(await dataSource.getRepository(Sitting).existsBy({ id: sittingId, roomId })))
      throw new AppError('NOT_FOUND');
    const { staffId: authorId, role: authorRole, name: authorName } = who;
    const author = { authorKind: 'staff', authorId, authorRole, authorName } as const;
    return keep({ id, roomId, sittingId, audience, text, ...author }, who);
  };

  return { forCandidate, forStaff, writeAsCandidate, writeAsStaff };
}
export type Messages = ReturnType<typeof createMessages>;
