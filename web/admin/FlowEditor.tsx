import { useRef, useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { NoNote } from '../ui/NoNote';
import { TextField } from '../ui/TextField';
import { useLocalText } from '../i18n/use-language';
import { CodeArea } from './CodeArea';
import { FaultList } from './FaultList';
import type { Draft } from './FlowPage';
import { useFlowEditor } from './use-flow-editor';
import styles from './admin.module.css';

interface FlowEditorProps {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly onPublished: () => Promise<void>;
}

const LARGEST = 500_000;
const keyForm = /^[a-z][a-z0-9-]{1,59}$/;

/** The flow file: checked for all its faults, published as the next version. */
export function FlowEditor({ draft, onDraft, onPublished }: FlowEditorProps) {
  const { t } = useTranslation('admin');
  const text = useLocalText();
  const editor = useFlowEditor(draft.yaml, onPublished);
  const file = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const keyWrong = draft.key !== '' && !keyForm.test(draft.key);
  const write = (change: Partial<Draft>): void => onDraft({ ...draft, ...change });
  const read = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const chosen = event.target.files?.[0];
    if (!chosen) return;
    setTooLarge(chosen.size > LARGEST);
    if (chosen.size <= LARGEST)
      write({ yaml: await chosen.text(), key: draft.key || chosen.name.replace(/\.ya?ml$/i, '') });
    event.target.value = '';
  };
  const whyKey = draft.key === '' ? t('keyMissing') : keyWrong ? t('keyWrong') : null;
  const nothing = draft.yaml.trim() === '' ? t('checkFirst') : null;
  return (
    <Card title={t('editor')} grow>
      <TextField
        label={t('key')}
        hint={t('keyHint')}
        error={keyWrong ? t('keyWrong') : undefined}
        value={draft.key}
        autoComplete="off"
        autoCapitalize="none"
        onChange={(event) => write({ key: event.target.value })}
      />
      <p className={styles.dim}>{t('editorHint')}</p>
      <p>
        <Button size="small" icon="upload" onClick={() => file.current?.click()}>
          {t('choose')}
        </Button>
        <input
          ref={file}
          hidden
          type="file"
          accept=".yaml,.yml,text/yaml"
          aria-label={t('choose')}
          onChange={(event) => void read(event)}
        />
      </p>
      {tooLarge && <Banner mood="warn">{t('tooLarge')}</Banner>}
      <CodeArea
        ref={area}
        label={t('editor')}
        value={draft.yaml}
        faults={editor.faults}
        onChange={(yaml) => write({ yaml })}
      />
      <div aria-live="polite">
        {editor.fine && <Banner mood="ok">{t('fine', { name: text(editor.fine) })}</Banner>}
        {editor.published && (
          <Banner mood="ok">
            {t('published_done', { name: text(editor.published.name), number: editor.published.number })}
          </Banner>
        )}
        <FaultList faults={editor.faults} area={area} />
      </div>
      {editor.failed && <NoNote no={editor.failed.no} requestId={editor.failed.requestId} />}
      <div className={styles.row}>
        <Button
          icon="check"
          busy={editor.busy === 'check'}
          disabledReason={nothing}
          onClick={() => void editor.check()}
        >
          {t('check')}
        </Button>
        <Button
          kind="primary"
          icon="upload"
          busy={editor.busy === 'publish'}
          disabledReason={nothing ?? whyKey}
          onClick={() => void editor.publish(draft.key)}
        >
          {t('publish')}
        </Button>
      </div>
    </Card>
  );
}
