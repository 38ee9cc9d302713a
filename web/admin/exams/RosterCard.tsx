import { useRef, useState, type ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { checkRoster, importRoster, type RosterField, type RosterReading } from '#contract/office-roster';
import type { ExamDetails } from '#contract/office-exams';
import { useApi } from '../../api/ApiProvider';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { NoNote } from '../../ui/NoNote';
import { Waiting } from '../../ui/Waiting';
import { RosterPreview } from './RosterPreview';
import { useAct } from './use-act';
import styles from './exams.module.css';

interface RosterCardProps {
  readonly exam: ExamDetails;
  readonly onImported: () => Promise<void>;
}

const PATIENCE_MS = 60_000;
const wordsOf = (columns: readonly (RosterField | null)[]): string =>
  columns.map((column) => column ?? '').join(',');

/** A roster file: read, shown with its faults and what it would change, then imported. */
export function RosterCard({ exam, onImported }: RosterCardProps) {
  const { t } = useTranslation('examOffice');
  const { call } = useApi();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [reading, setReading] = useState<RosterReading | null>(null);
  const [done, setDone] = useState<{ added: number; changed: number } | null>(null);
  const checking = useAct();
  const importing = useAct();
  const params = { examId: exam.id };
  const bodyOf = (chosen: File) => new Blob([chosen], { type: 'application/octet-stream' });
  const check = async (chosen: File, columns?: string): Promise<void> => {
    setDone(null);
    importing.forget();
    const query = { filename: chosen.name, ...(columns !== undefined && { columns }) };
    const ask = () => call(checkRoster, { params, query, body: bodyOf(chosen) }, { timeoutMs: PATIENCE_MS });
    setReading(await checking.act(ask));
  };
  const choose = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const chosen = event.target.files?.[0];
    event.target.value = '';
    if (!chosen) return;
    setFile(chosen);
    await check(chosen);
  };
  const save = async (): Promise<void> => {
    if (!file || !reading) return;
    const query = { filename: file.name, columns: wordsOf(reading.columns), digest: reading.digest };
    const ask = () => call(importRoster, { params, query, body: bodyOf(file) }, { timeoutMs: PATIENCE_MS });
    const result = await importing.act(ask);
    if (!result) return;
    setDone(result);
    setReading(null);
    await onImported();
  };
  const failed = checking.failed ?? importing.failed;
  return (
    <Card title={t('roster.title')} size="roomy">
      <p className={styles.dim}>{t('roster.lead')}</p>
      <p>
        <Button icon="upload" kind={reading ? 'plain' : 'primary'} onClick={() => input.current?.click()}>
          {t('roster.choose')}
        </Button>
        <input
          ref={input}
          hidden
          type="file"
          accept=".csv,.xlsx,.txt"
          aria-label={t('roster.choose')}
          onChange={(event) => void choose(event)}
        />
      </p>
      <div aria-live="polite">
        {checking.busy && <Waiting>{t('roster.reading')}</Waiting>}
        {importing.busy && <Waiting>{t('roster.importing')}</Waiting>}
        {done && <Banner mood="ok">{t('roster.done', done)}</Banner>}
        {failed && <NoNote no={failed.no} requestId={failed.requestId} />}
      </div>
      {file && reading && (
        <RosterPreview
          name={file.name}
          reading={reading}
          busy={importing.busy}
          onColumns={(columns) => void check(file, wordsOf(columns))}
          onImport={() => void save()}
        />
      )}
    </Card>
  );
}
