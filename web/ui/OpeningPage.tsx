import { useTranslation } from 'react-i18next';
import { Waiting } from './Waiting';

/** Stands while an app's code is fetched. */
export function OpeningPage() {
  const { t } = useTranslation('common');
  return <Waiting large>{t('opening')}</Waiting>;
}
