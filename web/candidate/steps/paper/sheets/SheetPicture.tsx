import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../ui/Icon';
import type { ShownSheet } from './kept-sheet';
import { useObjectUrl } from './use-object-url';
import styles from './sheets.module.css';

interface SheetPictureProps {
  readonly sheet: ShownSheet;
  /** Empty where a name stands beside it. */
  readonly name: string;
  /** The whole picture, not the small one of the list. */
  readonly whole?: boolean;
}

/** A sheet as it will be read: turned, whole, and with a word where this browser cannot show it yet. */
export function SheetPicture({ sheet, name, whole = false }: SheetPictureProps) {
  const { t } = useTranslation('sheets');
  const [broken, setBroken] = useState<string | null>(null);
  const { blob, thumb, upload, turn } = sheet;
  const local = useObjectUrl(whole ? blob : (thumb ?? blob));
  const there = upload.at === 'ready' ? upload.url : null;
  const address = local && local !== broken ? local : there;
  const shown = address !== null && address !== broken;
  return (
    <span className={styles.picture} data-whole={whole || undefined}>
      {shown ? (
        <img src={address} alt={name} data-turn={turn} onError={() => setBroken(address)} draggable={false} />
      ) : (
        <span className={styles.unseen}>
          <Icon name="photo" />
          {whole && <span>{t('noPreview')}</span>}
        </span>
      )}
    </span>
  );
}
