import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/Banner';
import { useServerNow } from '../../ui/server-clock';

const SAID_MS = 20_000;

/** The line was changed: said in words for as long as it takes to come back, and that nothing is lost. */
export function FallbackNote({ since }: { readonly since: number }) {
  const { t } = useTranslation('video');
  const now = useServerNow();
  if (now - since > SAID_MS) return null;
  return (
    <Banner shape="strip" icon="wifi" role="status" title={t('candidate')}>
      {t('candidateNote')}
    </Banner>
  );
}
