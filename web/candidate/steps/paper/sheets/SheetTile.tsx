import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../ui/Icon';
import type { IconName } from '../../../../ui/icon-paths';
import type { ShownSheet } from './kept-sheet';
import { SheetPicture } from './SheetPicture';
import styles from './sheets.module.css';

interface SheetTileProps {
  readonly sheet: ShownSheet;
  readonly number: number;
  readonly onOpen: () => void;
}

interface Words {
  readonly icon: IconName;
  readonly mood: 'plain' | 'ok' | 'warn' | 'bad';
  readonly text: string;
}

/** What is worth saying of a sheet in one short line. */
function useWords({ look, upload, blob }: ShownSheet): Words {
  const { t } = useTranslation('sheets');
  if (upload.at === 'refused') return { icon: 'alert', mood: 'bad', text: t('state.refused') };
  if (upload.at === 'sending') {
    const percent = Math.round(upload.part * 100);
    return { icon: 'upload', mood: 'plain', text: t('state.sending', { percent }) };
  }
  if (upload.at === 'checking') return { icon: 'upload', mood: 'plain', text: t('state.checking') };
  if (look === 'dark' || look === 'blurred') return { icon: 'alert', mood: 'warn', text: t(`look.${look}`) };
  if (upload.at === 'ready') return { icon: 'check', mood: 'ok', text: t('state.ready') };
  return { icon: 'clock', mood: 'plain', text: t(blob ? 'state.waiting' : 'state.elsewhere') };
}

/** One sheet of the list; a tap shows it large. */
export function SheetTile({ sheet, number, onOpen }: SheetTileProps) {
  const { t } = useTranslation('sheets');
  const { icon, mood, text } = useWords(sheet);
  const { upload } = sheet;
  return (
    <li>
      <button type="button" className={styles.tile} data-mood={mood} onClick={onOpen}>
        <SheetPicture sheet={sheet} name="" />
        <span className={styles.number}>
          <span aria-hidden="true">{number}</span>
          <span className={styles.spoken}>{t('nth', { number })}</span>
        </span>
        {upload.at === 'sending' && (
          <progress className={styles.progress} max={1} value={upload.part} aria-hidden="true" />
        )}
        <span className={styles.tileWords}>
          <Icon name={icon} bold />
          {text}
        </span>
      </button>
    </li>
  );
}
