import { useTranslation } from 'react-i18next';
import { NoticePage } from '../parts/NoticePage';
import { useDocumentTitle } from '../parts/use-document-title';

/** 2.1.9: the camera of this device is off as well. */
export function SecondOver() {
  const { t } = useTranslation('candidate');
  useDocumentTitle(t('over.title'));
  return (
    <NoticePage icon="check" mood="ok" title={t('over.title')}>
      <p>
        <strong>{t('secondPage.overOff')}</strong>
      </p>
      <p>{t('secondPage.overReceipt')}</p>
    </NoticePage>
  );
}
