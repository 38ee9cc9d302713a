import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The tab says which page it is. Nothing counts down in it. */
export function useDocumentTitle(title: string): void {
  const { t } = useTranslation('common');
  const brand = t('brand');
  useEffect(() => {
    document.title = title ? `${title} · ${brand}` : brand;
  }, [title, brand]);
}
