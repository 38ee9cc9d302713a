import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { firstLook, look, moveOf, turnBy, type SheetMove } from './sheet-look';
import { TurnedSheet } from './TurnedSheet';
import type { SheetSet } from './use-reading';
import styles from './sheets.module.css';

interface SheetViewerProps {
  readonly set: SheetSet;
  /** An address no longer works. */
  readonly onExpired: () => void;
}

/** Sheets one after another: larger, turned, next, by buttons and by keys. On paper all of them, a page each. */
export function SheetViewer({ set, onExpired }: SheetViewerProps) {
  const { t } = useTranslation('paperStaff');
  const [shown, setShown] = useState(firstLook);
  const { sheets } = set;
  const sheet = sheets[shown.at];
  const move = (what: SheetMove): void => setShown((from) => look(from, what, sheets.length));
  const onKey = (event: KeyboardEvent): void => {
    const what = event.ctrlKey || event.metaKey || event.altKey ? null : moveOf(event.key);
    if (!what) return;
    event.preventDefault();
    move(what);
  };
  if (!sheet) return <p>{t('reading.noSheets')}</p>;
  const name = t('sheet.nth', { number: shown.at + 1, of: sheets.length });
  return (
    <>
      <section className={styles.viewer} aria-label={t('sheet.title')} onKeyDown={onKey}>
        <div className={styles.tools}>
          <Button size="small" icon="chevron-left" onClick={() => move('before')}>
            {t('sheet.before')}
          </Button>
          <span role="status" className={styles.nth}>
            {name}
          </span>
          <Button size="small" iconAfter="chevron-right" onClick={() => move('next')}>
            {t('sheet.next')}
          </Button>
          <span className={styles.gap} />
          <span className={styles.zooms}>
            <IconButton icon="minus" kind="ink" label={t('sheet.smaller')} onClick={() => move('smaller')} />
            <span className={styles.zoom}>{Math.round(shown.zoom * 100)}%</span>
            <IconButton icon="plus" kind="ink" label={t('sheet.larger')} onClick={() => move('larger')} />
            <IconButton icon="retake" kind="ink" label={t('sheet.turn')} onClick={() => move('turn')} />
          </span>
        </div>
        <div className={styles.place} tabIndex={0} role="region" aria-label={t('sheet.keys', { name })}>
          <TurnedSheet
            key={sheet.digest}
            sheet={sheet}
            turn={turnBy(sheet.turn, shown.turned)}
            zoom={shown.zoom}
            name={name}
            onExpired={onExpired}
          />
        </div>
        {sheets.length > 1 && (
          <ol className={styles.strip}>
            {sheets.map((each, index) => (
              <li key={`${each.digest} ${index}`}>
                <button
                  type="button"
                  className={styles.tile}
                  aria-current={index === shown.at}
                  aria-label={t('sheet.nth', { number: index + 1, of: sheets.length })}
                  onClick={() => setShown({ ...shown, at: index, turned: 0 })}
                >
                  <TurnedSheet sheet={each} turn={each.turn} zoom={1} name="" onExpired={onExpired} />
                  <span>{index + 1}</span>
                </button>
              </li>
            ))}
          </ol>
        )}
      </section>
      <div className={styles.printed}>
        {sheets.map((each, index) => (
          <TurnedSheet
            key={`${each.digest} ${index}`}
            sheet={each}
            turn={each.turn}
            zoom={1}
            name={t('sheet.nth', { number: index + 1, of: sheets.length })}
            onExpired={onExpired}
          />
        ))}
      </div>
    </>
  );
}
