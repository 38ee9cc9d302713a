import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachFlow } from '#contract/flows';
import { useApi } from '../api/ApiProvider';
import { clockTime, day } from '../i18n/times';
import { useLanguage, useLocalText } from '../i18n/use-language';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Dialog } from '../ui/Dialog';
import { NoNote } from '../ui/NoNote';
import { Pill } from '../ui/Pill';
import { useServerClock } from '../ui/server-clock';
import type { Refused } from '../api/result';
import type { Exam, FlowList, KnownVersion } from './use-flows';
import styles from './admin.module.css';

interface VersionListProps {
  readonly list: FlowList;
  readonly versions: readonly KnownVersion[];
  readonly onOpen: (version: KnownVersion) => void;
  readonly onChanged: () => Promise<void>;
}

/** Published versions, newest first: open one, or let an exam use it. */
export function VersionList({ list, versions, onOpen, onChanged }: VersionListProps) {
  const { t } = useTranslation('admin');
  const [asking, setAsking] = useState<{ exam: Exam; version: KnownVersion } | null>(null);
  return (
    <Card title={t('versions')}>
      {versions.length === 0 && <p>{t('noVersions')}</p>}
      <ul className={styles.lines}>
        {versions.map((version) => (
          <VersionLine
            key={version.id}
            version={version}
            exams={list.exams}
            onOpen={() => onOpen(version)}
            onAttach={(exam) => setAsking({ exam, version })}
          />
        ))}
      </ul>
      {asking && <AttachDialog {...asking} onClose={() => setAsking(null)} onChanged={onChanged} />}
    </Card>
  );
}

interface VersionLineProps {
  readonly version: KnownVersion;
  readonly exams: readonly Exam[];
  readonly onOpen: () => void;
  readonly onAttach: (exam: Exam) => void;
}

function VersionLine({ version, exams, onOpen, onAttach }: VersionLineProps) {
  const { t } = useTranslation('admin');
  const text = useLocalText();
  const language = useLanguage();
  const { zone } = useServerClock();
  const time = `${day(version.publishedAt, language, zone)} ${clockTime(version.publishedAt, zone)}`;
  const isSystem = version.publishedBy === 'system';
  const used = exams.some((exam) => exam.flowVersionId === version.id);
  return (
    <li className={styles.line}>
      <div className={styles.head}>
        <strong>
          {text(version.name)} · {t('version', { number: version.number })}
        </strong>
        {used && (
          <Pill icon="check" mood="ok">
            {t('attached')}
          </Pill>
        )}
      </div>
      <p className={styles.dim}>
        <code>{version.key}</code> ·{' '}
        {t('published', { time, by: isSystem ? t('bySystem') : version.publishedBy })}
      </p>
      <div className={styles.row}>
        <Button size="small" icon="edit" onClick={onOpen}>
          {t('show')}
        </Button>
        {exams
          .filter((exam) => exam.flowVersionId !== version.id)
          .map((exam) => (
            <Button key={exam.id} size="small" onClick={() => onAttach(exam)}>
              {t('attachTo', { exam: text(exam.title) })}
            </Button>
          ))}
      </div>
    </li>
  );
}

interface AttachDialogProps {
  readonly exam: Exam;
  readonly version: KnownVersion;
  readonly onClose: () => void;
  readonly onChanged: () => Promise<void>;
}

function AttachDialog({ exam, version, onClose, onChanged }: AttachDialogProps) {
  const { t } = useTranslation('admin');
  const { t: common } = useTranslation('common');
  const text = useLocalText();
  const { call } = useApi();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Refused | null>(null);
  const attach = async (): Promise<void> => {
    setBusy(true);
    const result = await call(attachFlow, {
      params: { examId: exam.id },
      body: { flowVersionId: version.id },
    });
    setBusy(false);
    if (!result.ok) return setFailed(result);
    await onChanged();
    onClose();
  };
  return (
    <Dialog
      open
      title={t('attachTitle', { exam: text(exam.title), number: version.number })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common('actions.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void attach()}>
            {t('attach')}
          </Button>
        </>
      }
    >
      <p>{t('attachNote')}</p>
      {failed && <NoNote no={failed.no} requestId={failed.requestId} />}
    </Dialog>
  );
}
