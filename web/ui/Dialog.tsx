import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from './classes';
import { IconButton } from './IconButton';
import styles from './Dialog.module.css';

export interface DialogProps {
  readonly open: boolean;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Buttons, the one that is meant last. */
  readonly actions?: ReactNode;
  /** Closes by Escape, by its cross and by a click beside it. Without it, only its buttons close it. */
  readonly onClose?: () => void;
  /** `alertdialog` interrupts: for what must be answered. */
  readonly role?: 'dialog' | 'alertdialog';
  readonly size?: 'narrow' | 'normal' | 'wide' | 'full';
  /** The sentence under the title. */
  readonly lead?: ReactNode;
  /** Right of both. */
  readonly aside?: ReactNode;
}

/** Escape belongs to the page, not to the browser: what may not be closed does not close. */
function onEscape(event: KeyboardEvent, onClose: (() => void) | undefined): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  onClose?.();
}

const controls = 'button, input, textarea, select, a[href], summary, [tabindex="0"]';

/** React's `autoFocus` comes before the dialog is open, and the browser's own choice would be the cross. */
function focusFirst(dialog: HTMLDialogElement, body: HTMLElement | null): void {
  const first =
    dialog.querySelector<HTMLElement>('[data-first]') ??
    body?.querySelector<HTMLElement>(controls) ??
    body?.nextElementSibling?.querySelector<HTMLElement>(controls);
  first?.focus();
}

/**
 * A native modal dialog: the rest of the page is inert, focus goes to what carries `data-first`, else to the first
 * control under the heading, and comes back when it closes. Always a light sheet, also over the stage. Never open
 * one from another.
 */
export function Dialog(props: DialogProps) {
  const { open, title, children, actions, onClose, role = 'dialog', size = 'normal', lead, aside } = props;
  const { t } = useTranslation('common');
  const ref = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const leadId = useId();
  const bodyId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || !open) return undefined;
    dialog.showModal();
    focusFirst(dialog, body.current);
    return () => dialog.close();
  }, [open]);
  const cancel = (event: SyntheticEvent): void => {
    event.preventDefault();
    onClose?.();
  };
  const reopen = (): void => {
    if (open && ref.current && !ref.current.open) ref.current.showModal();
  };
  return (
    <dialog
      ref={ref}
      className={classes(styles.dialog, styles[size])}
      data-theme="hall"
      role={role}
      aria-labelledby={titleId}
      aria-describedby={role === 'alertdialog' ? (lead ? leadId : bodyId) : undefined}
      onKeyDown={(event) => onEscape(event, onClose)}
      onCancel={cancel}
      onClose={reopen}
      onClick={(event) => event.target === ref.current && onClose?.()}
    >
      {open && (
        <div className={styles.sheet}>
          <div className={styles.head}>
            <div className={styles.words}>
              <h2 id={titleId} className={styles.title}>
                {title}
              </h2>
              {lead && (
                <p id={leadId} className={styles.lead}>
                  {lead}
                </p>
              )}
            </div>
            {aside}
            {onClose && <IconButton icon="x" label={t('actions.close')} kind="ink" onClick={onClose} />}
          </div>
          <div ref={body} id={bodyId} className={styles.body}>
            {children}
          </div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
