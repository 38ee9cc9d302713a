import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Hidden } from './Hidden';
import { IconButton } from './IconButton';
import styles from './MessageComposer.module.css';

interface MessageComposerProps {
  /** "写给候考官" */
  readonly placeholder: string;
  readonly onSend: (text: string) => void;
  readonly maxLength?: number;
  /** Where a dialog begins. */
  readonly first?: boolean;
}

/** One line and a button. Enter sends, unless an input method is still composing. */
export function MessageComposer({ placeholder, onSend, maxLength = 500, first }: MessageComposerProps) {
  const { t } = useTranslation('common');
  const id = useId();
  const [text, setText] = useState('');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const written = text.trim();
    if (!written) return;
    onSend(written);
    setText('');
  };
  return (
    <form className={styles.composer} onSubmit={send}>
      <label className={styles.label} htmlFor={id}>
        <Hidden>{t('messages.field')}</Hidden>
      </label>
      <input
        id={id}
        className={styles.input}
        data-first={first}
        value={text}
        placeholder={placeholder}
        maxLength={maxLength}
        autoComplete="off"
        enterKeyHint="send"
        onChange={(event) => setText(event.target.value)}
      />
      <IconButton icon="send" label={t('actions.send')} kind="plain" type="submit" />
    </form>
  );
}
