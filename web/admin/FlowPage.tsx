import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readFlowVersion } from '#contract/flows';
import { useApi } from '../api/ApiProvider';
import type { StaffMe } from '../api/use-me';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { ButtonLink } from '../ui/ButtonLink';
import { NoNote } from '../ui/NoNote';
import { LanguageSwitch } from '../ui/LanguageSwitch';
import { SkipLink } from '../ui/SkipLink';
import { Waiting } from '../ui/Waiting';
import { ExamList } from './ExamList';
import { FlowEditor } from './FlowEditor';
import type { Refused } from '../api/result';
import { useFlows, versionsOf, type KnownVersion } from './use-flows';
import { VersionList } from './VersionList';
import styles from './admin.module.css';

/** What the editor holds. */
export interface Draft {
  readonly key: string;
  readonly yaml: string;
}

/** One plain page: which exam uses which version, and the file that becomes the next. */
export function FlowPage({ me, onLeave }: { readonly me: StaffMe; readonly onLeave: () => void }) {
  const { t } = useTranslation('admin');
  const { t: common } = useTranslation('staff');
  const { call } = useApi();
  const flows = useFlows();
  const [draft, setDraft] = useState<Draft>({ key: '', yaml: '' });
  const [failed, setFailed] = useState<Refused | null>(null);
  const open = async (version: KnownVersion): Promise<void> => {
    const result = await call(readFlowVersion, { params: { versionId: version.id } });
    setFailed(result.ok ? null : result);
    if (result.ok) setDraft({ key: version.key, yaml: result.value.yaml });
  };
  const shown = failed ?? flows.failed;
  return (
    <div className={styles.page} data-density="staff">
      <SkipLink />
      <Bar voice="hall" title={t('title')}>
        <span>{me.name}</span>
        <ButtonLink kind="ink" size="small" icon="doc" href="/admin/exams">
          {t('exams')}
        </ButtonLink>
        <ButtonLink kind="ink" size="small" icon="book" href="/admin/papers">
          {t('papers')}
        </ButtonLink>
        <ButtonLink kind="ink" size="small" icon="list" href="/admin/rehearsals">
          {t('rehearsals')}
        </ButtonLink>
        <ButtonLink kind="ink" size="small" icon="lock" href="/admin/archives">
          {t('archives')}
        </ButtonLink>
        <LanguageSwitch />
        <Button kind="ink" size="small" onClick={onLeave}>
          {common('signOut')}
        </Button>
      </Bar>
      <main id="main" tabIndex={-1} className={styles.main}>
        <div className={styles.column}>
          {shown && <NoNote no={shown.no} requestId={shown.requestId} />}
          {!flows.list && !shown && <Waiting>{t('loading')}</Waiting>}
          {flows.list && (
            <>
              <ExamList list={flows.list} />
              <VersionList
                list={flows.list}
                versions={versionsOf(flows.list)}
                onOpen={(version) => void open(version)}
                onChanged={flows.readAgain}
              />
            </>
          )}
        </div>
        <FlowEditor draft={draft} onDraft={setDraft} onPublished={flows.readAgain} />
      </main>
    </div>
  );
}
