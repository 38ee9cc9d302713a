import { consoleRow } from '../test/console-row';
import { video as en } from '../../i18n/en/video';
import { video as zh } from '../../i18n/zh/video';
import { movedAlone, movedSince } from './moved-since';

const running = { phase: 'running', startedAt: 7, ending: null } as const;
const interview = { ...running, kind: 'interview' as const, questions: [] };
const row = (cause?: 'join' | 'room', generation = 7) => {
  const known = consoleRow('s', { step: interview });
  if (!known.staff || !cause) return known;
  const video = { stage: 'interview', generation, since: 9, cause } as const;
  return { ...known, staff: { ...known.staff, view: { ...known.staff.view, video } } };
};

describe('a stage that a console is on', () => {
  it('is another one once it goes on without its provider', () => {
    expect(movedSince([row()], 'interview', 's')).toBe('');
    expect(movedSince([row('join')], 'interview', 's')).toBe('/9');
    expect(movedSince([row('room')], 'interview', 's')).toBe('/9');
  });
  it('is the same for another purpose, an earlier interview, or nobody', () => {
    expect(movedSince([row('join')], 'waiting', 's')).toBe('');
    expect(movedSince([row('join', 6)], 'interview', 's')).toBe('');
    expect(movedSince([row('join')], 'interview', null)).toBe('');
  });
  it('is named to staff where its candidate was moved by himself, and not with the room', () => {
    expect(movedAlone([row('join')])).toMatchObject([{ sittingId: 's', since: 9 }]);
    expect(movedAlone([row(), row('room'), row('join', 6)])).toEqual([]);
  });
});

describe('the words for it', () => {
  const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
  it.each(Object.entries(zh))('%s says the same in English', (key, text) => {
    expect(placeholders(en[key as keyof typeof en])).toEqual(placeholders(text));
    expect(text).not.toMatch(/[!！]|请勿/);
  });
});
