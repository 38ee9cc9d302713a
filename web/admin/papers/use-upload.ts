import { useState } from 'react';
import { z } from 'zod';
import type { OutputOf } from '#contract/endpoint';
import { checkPaper, paperFault, uploadPaper, type PaperCard, type PaperFault } from '#contract/papers';
import { useApi } from '../../api/ApiProvider';
import type { Refused } from '../../api/result';

type Checked = OutputOf<typeof checkPaper>;

interface Upload {
  readonly name: string;
  /** Its words, where it is a text file. */
  readonly source: string | null;
  readonly faults: readonly PaperFault[];
  /** What it is, once it has no faults. */
  readonly fine: Checked | null;
  readonly kept: PaperCard | null;
  readonly failed: Refused | null;
}

/** A paper that is being read on the server may be long. */
const PATIENCE_MS = 60_000;

const sourceOf = (file: File): Promise<string | null> =>
  /\.(ya?ml|csv)$/i.test(file.name) ? file.text() : Promise.resolve(null);

/** A file is checked as soon as it is chosen; it is kept only when somebody says so. */
export function useUpload(examId: string, onKept: () => Promise<void>) {
  const { call } = useApi();
  const [busy, setBusy] = useState<'check' | 'keep' | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [upload, setUpload] = useState<Upload | null>(null);
  const askWith = (chosen: File) => ({
    params: { examId },
    query: { filename: chosen.name },
    body: new Blob([chosen], { type: 'application/octet-stream' }),
  });
  const choose = async (chosen: File): Promise<void> => {
    setFile(chosen);
    setBusy('check');
    const nothing = { name: chosen.name, faults: [], fine: null, kept: null, failed: null };
    const [source, result] = await Promise.all([
      sourceOf(chosen),
      call(checkPaper, askWith(chosen), { timeoutMs: PATIENCE_MS }),
    ]);
    setBusy(null);
    if (!result.ok) return setUpload({ ...nothing, source, failed: result });
    const { faults } = result.value;
    setUpload({ ...nothing, source, faults, fine: faults.length === 0 ? result.value : null });
  };
  const keep = async (): Promise<void> => {
    if (!file || !upload) return;
    setBusy('keep');
    const result = await call(uploadPaper, askWith(file), { timeoutMs: PATIENCE_MS });
    setBusy(null);
    if (result.ok) {
      setUpload({ ...upload, fine: null, failed: null, kept: result.value });
      await onKept();
      return;
    }
    const faults = z.array(paperFault).safeParse(result.no.details?.faults);
    setUpload({ ...upload, fine: null, ...(faults.success ? { faults: faults.data } : { failed: result }) });
  };
  return { busy, upload, choose, keep };
}
