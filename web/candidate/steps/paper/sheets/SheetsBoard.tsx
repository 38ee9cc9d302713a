import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pill } from '../../../../ui/Pill';
import type { PhotographedView } from './phases';
import { PictureInput } from './PictureInput';
import { SheetNotices } from './SheetNotices';
import { SheetTile } from './SheetTile';
import { SheetTimes } from './SheetTimes';
import { SheetViewer } from './SheetViewer';
import type { Sheets } from './use-sheets';
import styles from './sheets.module.css';

interface SheetsBoardProps extends Sheets {
  readonly view: PhotographedView;
  /** The device has a camera of its own program: a phone. */
  readonly camera: boolean;
}

/** The sheets in their order, what has become of each, and the way to the next one. */
export function SheetsBoard({ keeper, kept, view, camera }: SheetsBoardProps) {
  const { t } = useTranslation('sheets');
  const [openId, setOpenId] = useState<string | null>(null);
  const { sheets } = kept;
  const most = view.mostSheets ?? 0;
  const locked = view.phase !== 'photographing';
  const up = sheets.filter(({ upload }) => upload.at === 'ready').length;
  const openAt = sheets.findIndex(({ id }) => id === openId);
  const open = sheets[openAt];
  const add = (files: readonly File[]): void => void keeper.add(files);
  const full = sheets.length >= most;
  return (
    <div className={styles.board}>
      <SheetNotices keeper={keeper} kept={kept} view={view} most={most} />
      <div className={styles.count} role="status">
        <h2>
          {t('taken', { count: sheets.length })} <span>{t('most', { count: most })}</span>
        </h2>
        {up > 0 && (
          <Pill icon="check" mood="ok">
            {up === sheets.length ? t('allUploaded') : t('uploaded', { count: up })}
          </Pill>
        )}
      </div>
      <ol className={styles.grid}>
        {sheets.map((sheet, at) => (
          <SheetTile key={sheet.id} sheet={sheet} number={at + 1} onOpen={() => setOpenId(sheet.id)} />
        ))}
        {!locked && !full && (
          <li>
            <PictureInput
              look="tile"
              icon="photo"
              label={t(camera ? (sheets.length > 0 ? 'next' : 'first') : 'chooseHere')}
              camera={camera}
              onFiles={add}
            />
          </li>
        )}
      </ol>
      {!locked && !full && camera && <PictureInput icon="plus" label={t('choose')} onFiles={add} />}
      {!locked && full && <p className={styles.note}>{t('full', { count: most })}</p>}
      <SheetTimes view={view} kept={kept} />
      {open && (
        <SheetViewer
          keeper={keeper}
          sheet={open}
          number={openAt + 1}
          all={sheets.length}
          locked={locked}
          camera={camera}
          onClose={() => setOpenId(null)}
        />
      )}
    </div>
  );
}
