import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton';
import { Video } from './Video';
import styles from './EnlargedPicture.module.css';

export interface EnlargedHandle {
  readonly open: () => void;
}

interface EnlargedPictureProps {
  readonly ref: Ref<EnlargedHandle>;
  readonly stream: MediaStream;
  readonly name: string;
  readonly mirrored?: boolean;
}

/** The same stream over the whole page. Phones cannot put a part of a page full screen, so it is a dialog everywhere. */
export function EnlargedPicture({ ref, stream, name, mirrored }: EnlargedPictureProps) {
  const { t } = useTranslation('common');
  const dialog = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState(false);
  const close = (): void => dialog.current?.close();
  useImperativeHandle(ref, () => ({
    open: () => {
      setShown(true);
      dialog.current?.showModal();
    },
  }));
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-theme="stage"
      aria-label={t('camera.enlarged', { name })}
      onClose={() => setShown(false)}
      onDoubleClick={(event) => {
        event.stopPropagation();
        close();
      }}
    >
      {shown && <Video stream={stream} label={name} mirrored={mirrored} fit="contain" />}
      <span className={styles.close}>
        <IconButton icon="shrink" label={t('actions.shrink')} kind="plain" onClick={close} />
      </span>
    </dialog>
  );
}
