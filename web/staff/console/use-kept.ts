import { useCallback, useState } from 'react';
import type { z } from 'zod';

function kept<T>(place: string, schema: z.ZodType<T>, atFirst: T): T {
  try {
    return schema.parse(JSON.parse(window.sessionStorage.getItem(place) ?? 'null'));
  } catch {
    return atFirst;
  }
}

function keep(place: string, value: unknown): void {
  try {
    window.sessionStorage.setItem(place, JSON.stringify(value));
  } catch {
    // Not kept: a reload then begins afresh, and nothing that counts is lost.
  }
}

/** State of this tab that a reload does not lose. A change that gives back what it was given changes nothing. */
export function useKept<T>(
  place: string,
  schema: z.ZodType<T>,
  atFirst: T,
): readonly [T, (change: (known: T) => T) => void] {
  const [value, setValue] = useState(() => kept(place, schema, atFirst));
  const become = useCallback(
    (change: (known: T) => T) =>
      setValue((known) => {
        const next = change(known);
        if (next !== known) keep(place, next);
        return next;
      }),
    [place],
  );
  return [value, become];
}
