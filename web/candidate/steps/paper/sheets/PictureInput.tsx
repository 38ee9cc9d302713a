import { useId, type ChangeEvent } from 'react';
import { Icon } from '../../../../ui/Icon';
import type { IconName } from '../../../../ui/icon-paths';
import styles from './sheets.module.css';

interface PictureInputProps {
  readonly label: string;
  readonly icon: IconName;
  /** Straight to the device's own camera; otherwise several may be chosen. */
  readonly camera?: boolean;
  readonly look?: 'tile' | 'button' | 'tool';
  readonly onFiles: (files: readonly File[]) => void;
}

const IMAGES = 'image/*,.heic,.heif';

/** The device's own camera or gallery: a file input that looks like what stands around it. */
export function PictureInput({ label, icon, camera = false, look = 'button', onFiles }: PictureInputProps) {
  const id = useId();
  const chosen = (event: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(event.currentTarget.files ?? [])];
    // The same file may be chosen again after it was removed.
    event.currentTarget.value = '';
    if (files.length > 0) onFiles(files);
  };
  return (
    <label className={styles.input} data-look={look} htmlFor={id}>
      <Icon name={icon} />
      <span>{label}</span>
      <input
        id={id}
        type="file"
        accept={IMAGES}
        multiple={!camera}
        {...(camera && { capture: 'environment' as const })}
        onChange={chosen}
      />
    </label>
  );
}
