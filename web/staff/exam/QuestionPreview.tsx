import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#contract/endpoint';
import { previewQuestion } from '#contract/rooms';
import { useApi } from '../../api/ApiProvider';
import type { Refused } from '../../api/result';
import { useLocalText } from '../../i18n/use-language';
import { ButtonLink } from '../../ui/ButtonLink';
import { Dialog } from '../../ui/Dialog';
import { NoNote } from '../../ui/NoNote';
import { Waiting } from '../../ui/Waiting';
import { useConsoleContext } from '../console/context';
import styles from './exam.module.css';

type Shown = OutputOf<typeof previewQuestion>;

/** A question as the candidate will see it; that it was looked at is recorded. */
export function QuestionPreview({
  questionId,
  onClose,
}: {
  readonly questionId: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('staff');
  const { t: common } = useTranslation('common');
  const text = useLocalText();
  const { call } = useApi();
  const { view } = useConsoleContext();
  const [shown, setShown] = useState<Shown | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const roomId = view.room.roomId;
  useEffect(() => {
    const read = async (): Promise<void> => {
      const result = await call(previewQuestion, { params: { roomId, questionId } });
      if (result.ok) setShown(result.value);
      else setRefused(result);
    };
    void read();
  }, [call, roomId, questionId]);
  return (
    <Dialog open size="wide" title={shown ? text(shown.title) : t('exam.preview')} onClose={onClose}>
      {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
      {!shown && !refused && <Waiting>{common('busy')}</Waiting>}
      {shown?.text && <p className={styles.text}>{text(shown.text)}</p>}
      {shown?.pdfUrl && (
        <ButtonLink href={shown.pdfUrl} target="_blank" rel="noopener" icon="doc">
          PDF
        </ButtonLink>
      )}
    </Dialog>
  );
}
