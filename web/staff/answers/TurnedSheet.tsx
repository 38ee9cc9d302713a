import { useTranslation } from 'react-i18next';
import type { Turn } from './sheet-look';
import type { SheetSet } from './use-reading';
import styles from './sheets.module.css';

interface TurnedSheetProps {
  readonly sheet: SheetSet['sheets'][number];
  readonly turn: Turn;
  /** 1: as wide as its place. */
  readonly zoom: number;
  /** Empty where a name stands beside it. */
  readonly name: string;
  readonly onExpired: () => void;
}

/** A picture turned by quarters inside a box of the turned shape, so that nothing overlaps and nothing is cut off. */
export function TurnedSheet({ sheet, turn, zoom, name, onExpired }: TurnedSheetProps) {
  const { t } = useTranslation('paperStaff');
  if (!sheet.url) return <p className={styles.missing}>{t('sheet.missing')}</p>;
  const width = sheet.width ?? 3;
  const height = sheet.height ?? 4;
  const lies = turn === 90 || turn === 270;
  const ratio = lies ? height / width : width / height;
  return (
    <div className={styles.box} style={{ width: `${zoom * 100}%`, aspectRatio: String(ratio) }}>
      <img
        className={styles.picture}
        data-turn={turn}
        style={{ width: lies ? `${(width / height) * 100}%` : '100%' }}
        src={sheet.url}
        alt={name}
        onError={onExpired}
      />
    </div>
  );
}
