import { useTranslation } from 'react-i18next';
import type { Lack } from '../../media/capabilities';
import { Button } from '../../ui/Button';
import { NoticePage } from '../parts/NoticePage';
import { useDocumentTitle } from '../parts/use-document-title';

interface LacksPageProps {
  readonly lacks: readonly Lack[];
  readonly onAnyway: () => void;
}

/** What this browser cannot do, each with its sentence. Never a dead end: staff can waive, so going on stays possible. */
export function LacksPage({ lacks, onAnyway }: LacksPageProps) {
  const { t } = useTranslation('candidate');
  const { t: common } = useTranslation('common');
  useDocumentTitle(t('lacks.title'));
  return (
    <NoticePage
      icon="alert"
      mood="warn"
      title={t('lacks.title')}
      foot={
        <>
          <Button kind="primary" wide onClick={() => window.location.reload()}>
            {common('actions.retry')}
          </Button>
          <Button wide onClick={onAnyway}>
            {t('lacks.anyway')}
          </Button>
        </>
      }
    >
      <ul>
        {lacks.map((lack) => (
          <li key={lack}>
            <strong>{common(`lacks.${lack}.what`)}</strong> {common(`lacks.${lack}.todo`)}
          </li>
        ))}
      </ul>
      <p>{t('lacks.help')}</p>
    </NoticePage>
  );
}
