export type Turn = 0 | 90 | 180 | 270;

/** How a sheet is looked at: which, how large, and how far turned beside the candidate's own turning. */
export interface SheetLook {
  readonly at: number;
  readonly zoom: number;
  readonly turned: Turn;
}

export type SheetMove = 'next' | 'before' | 'larger' | 'smaller' | 'fit' | 'turn';

export const zooms = [0.5, 0.75, 1, 1.5, 2, 3] as const;
export const firstLook: SheetLook = { at: 0, zoom: 1, turned: 0 };

const zoomBeside = (zoom: number, by: 1 | -1): number =>
  zooms[Math.min(zooms.length - 1, Math.max(0, zooms.findIndex((each) => each === zoom) + by))] ?? 1;

export const turnBy = (turn: number, by: number): Turn => ((turn + by) % 360) as Turn;

/** Another sheet begins upright; its size stays, for who reads one after another. */
export function look(from: SheetLook, move: SheetMove, sheets: number): SheetLook {
  switch (move) {
    case 'next':
      return from.at < sheets - 1 ? { ...from, at: from.at + 1, turned: 0 } : from;
    case 'before':
      return from.at > 0 ? { ...from, at: from.at - 1, turned: 0 } : from;
    case 'larger':
      return { ...from, zoom: zoomBeside(from.zoom, 1) };
    case 'smaller':
      return { ...from, zoom: zoomBeside(from.zoom, -1) };
    case 'fit':
      return { ...from, zoom: 1 };
    case 'turn':
      return { ...from, turned: turnBy(from.turned, 90) };
  }
}

const byKey: Readonly<Record<string, SheetMove>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'before',
  PageUp: 'before',
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  '0': 'fit',
  r: 'turn',
  R: 'turn',
};

export const moveOf = (key: string): SheetMove | null => byKey[key] ?? null;
