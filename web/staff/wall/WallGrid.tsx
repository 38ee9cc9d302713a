import { useEffect, useRef, useState } from 'react';
import { WallTile } from './WallTile';
import { shownOf, type Extent, type Layout, type WallRow } from './wall-row';
import styles from './wall.module.css';

interface WallGridProps {
  readonly layout: Layout;
  readonly rows: readonly WallRow[];
  readonly now: number;
  readonly chosen: string | null;
  readonly onChoose: (sittingId: string) => void;
}

/** However many there are, only the tiles in view are in the page. */
export function WallGrid({ layout, rows, now, chosen, onChoose }: WallGridProps) {
  const box = useRef<HTMLDivElement>(null);
  const [extent, setExtent] = useState<Extent>({ width: 960, height: 700, scrolled: 0 });
  useEffect(() => {
    const { current } = box;
    if (!current) return undefined;
    const measure = (): void =>
      setExtent({ width: current.clientWidth, height: current.clientHeight, scrolled: current.scrollTop });
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    current.addEventListener('scroll', measure, { passive: true });
    measure();
    return () => {
      observer.disconnect();
      current.removeEventListener('scroll', measure);
    };
  }, []);
  const { columns, rowPx, total, from, to, top } = shownOf(layout, rows.length, extent);
  return (
    <div ref={box} className={styles.scroll} tabIndex={-1}>
      <div style={{ height: total }}>
        <div
          className={styles.tiles}
          style={{
            transform: `translateY(${top}px)`,
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            gridAutoRows: rowPx,
          }}
        >
          {rows.slice(from, to).map((line) => (
            <WallTile
              key={line.row.sittingId}
              line={line}
              now={now}
              shape={layout === 'list' ? 'line' : 'tile'}
              chosen={line.row.sittingId === chosen}
              onChoose={() => onChoose(line.row.sittingId)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
