import { useCallback, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ulid } from 'ulid';
import { readNotes, writeNote } from '#contract/interview-record';
import { useApi } from '../api/ApiProvider';
import { insist } from '../api/insist';
import type { Refused } from '../api/result';
import { useRepeated } from '../api/use-repeated';
import { clockSeconds } from '../i18n/times';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { NoNote } from '../ui/NoNote';
import { TextArea } from '../ui/TextArea';
import { useServerClock } from '../ui/server-clock';
import styles from './secretary.module.css';

const EVERY_MS = 5_000;
const PATIENCE_MS = 60_000;

interface NotesProps {
  readonly sittingId: string;
  readonly name: string;
}

/** Lines by the clock. What is being written stays in its field until the server has it. */
export function Notes({ sittingId, name }: NotesProps) {
  const { t } = useTranslation('secretary');
  const { call } = useApi();
  const { zone } = useServerClock();
  const ask = useCallback(() => call(readNotes, { params: { sittingId } }), [call, sittingId]);
  const { known, again } = useRepeated(ask, EVERY_MS);
  const [typed, setTyped] = useState('');
  const [saving, setSaving] = useState<'no' | 'busy' | 'failing'>('no');
  const [refused, setRefused] = useState<Refused | null>(null);
  const write = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const text = typed.trim();
    if (!text || saving !== 'no') return;
    setSaving('busy');
    const id = ulid();
    const post = () => call(writeNote, { params: { sittingId }, body: { id, text } });
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const result = await insist(post, { signal, onWait: () => setSaving('failing') });
    setSaving('no');
    setRefused(result && !result.ok ? result : null);
    if (!result?.ok) return;
    setTyped('');
    again();
  };
  const notes = known?.notes ?? [];
  return (
    <Card title={t('record', { name })} grow>
      {notes.length === 0 && <p className={styles.dim}>{t('empty')}</p>}
      <ol className={styles.notes} tabIndex={0} aria-label={t('record', { name })}>
        {notes.map((note) => (
          <li key={note.id} className={styles.note}>
            <span className={styles.at}>{clockSeconds(note.at, zone)}</span>
            <p className={styles.words}>{note.text}</p>
            <span className={styles.dim}>{note.by}</span>
          </li>
        ))}
      </ol>
      {saving === 'failing' && <Banner mood="warn">{t('notSaved')}</Banner>}
      {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
      <form className={styles.form} onSubmit={(event) => void write(event)}>
        <TextArea
          label={t('placeholder')}
          rows={3}
          maxLength={4000}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" kind="primary" icon="edit" busy={saving !== 'no'}>
          {t('add')}
        </Button>
      </form>
    </Card>
  );
}
