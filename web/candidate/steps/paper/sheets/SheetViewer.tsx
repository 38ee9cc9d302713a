import { useTranslation } from 'react-i18next';
import { useRefusalWords } from '../../../../i18n/use-refusal-words';
import { Banner } from '../../../../ui/Banner';
import { Button } from '../../../../ui/Button';
import { Dialog } from '../../../../ui/Dialog';
import { Icon } from '../../../../ui/Icon';
import type { IconName } from '../../../../ui/icon-paths';
import type { ShownSheet } from './kept-sheet';
import { PictureInput } from './PictureInput';
import { SheetPicture } from './SheetPicture';
import type { Sheets } from './use-sheets';
import styles from './sheets.module.css';

interface SheetViewerProps extends Pick<Sheets, 'keeper'> {
  readonly sheet: ShownSheet;
  readonly number: number;
  readonly all: number;
  readonly locked: boolean;
  readonly camera: boolean;
  readonly onClose: () => void;
}

interface ToolProps {
  readonly icon: IconName;
  readonly label: string;
  readonly off?: boolean;
  readonly onPress: () => void;
}

function Tool({ icon, label, off = false, onPress }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-disabled={off || undefined}
      onClick={off ? undefined : onPress}
    >
      <Icon name={icon} />
      {label}
    </button>
  );
}

/** What is doubtful about this one, in a sentence. */
function Doubt({ sheet: { look, upload } }: { readonly sheet: ShownSheet }) {
  const { t } = useTranslation('sheets');
  const words = useRefusalWords();
  if (upload.at === 'refused') {
    const { what, todo } = words({ refused: upload.code });
    return <Banner mood="bad">{t('refusedNote', { why: what, todo })}</Banner>;
  }
  return look === 'dark' || look === 'blurred' ? <Banner mood="warn">{t(`lookNote.${look}`)}</Banner> : null;
}

/** One sheet large, with everything that can be done to it. */
export function SheetViewer({ keeper, sheet, number, all, locked, camera, onClose }: SheetViewerProps) {
  const { t } = useTranslation('sheets');
  const { id } = sheet;
  const remove = (): void => {
    void keeper.remove(id);
    onClose();
  };
  const retake = (files: readonly File[]): void => {
    void keeper.add(files, id);
    onClose();
  };
  return (
    <Dialog
      open
      size="wide"
      title={t('nth', { number })}
      onClose={onClose}
      actions={
        <Button kind="primary" data-first onClick={onClose}>
          {t('tools.close')}
        </Button>
      }
    >
      <div className={styles.viewer}>
        <SheetPicture sheet={sheet} name={t('nth', { number })} whole />
        <Doubt sheet={sheet} />
        {!locked && (
          <div className={styles.tools} role="group" aria-label={t('tools.all')}>
            <Tool icon="retake" label={t('tools.turn')} onPress={() => void keeper.turn(id)} />
            <Tool
              icon="chevron-left"
              label={t('tools.earlier')}
              off={number === 1}
              onPress={() => void keeper.move(id, -1)}
            />
            <Tool
              icon="chevron-right"
              label={t('tools.later')}
              off={number === all}
              onPress={() => void keeper.move(id, 1)}
            />
            <PictureInput
              look="tool"
              icon="photo"
              label={t('tools.retake')}
              camera={camera}
              onFiles={retake}
            />
            <Tool icon="trash" label={t('tools.remove')} onPress={remove} />
          </div>
        )}
      </div>
    </Dialog>
  );
}
