import type { LocalText } from '#protocol/text.schema';

export interface KnownRoom {
  readonly id: string;
  readonly name: LocalText;
}

type Found = { readonly id: string | null } | { readonly message: LocalText };

/**
 * The room that a line names, in either language. Without a column, the only room there is; null where there are
 * several, so that candidates who are there already stay where they are.
 */
export function findRoom(said: string, hasColumn: boolean, rooms: readonly KnownRoom[]): Found {
  const [only, ...others] = rooms;
  if (!only) return { message: noRooms };
  if (!hasColumn || said === '')
    return others.length === 0 ? only : hasColumn ? { message: noRoom } : { id: null };
  const room = rooms.find(({ name }) => name.zh === said || name.en.toLowerCase() === said.toLowerCase());
  return room ?? { message: unknownRoom(said) };
}

const noRooms: LocalText = {
  zh: '这场考试还没有考场，请先添加。',
  en: 'This exam has no room yet. Add one first.',
};
const noRoom: LocalText = { zh: '没有写考场。', en: 'The room is missing.' };
const unknownRoom = (said: string): LocalText => ({
  zh: `没有名为“${said}”的考场。`,
  en: `There is no room “${said}”.`,
});
