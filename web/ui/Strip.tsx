import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What runs under the bar from edge to edge, as a landmark of its own; nothing where there is nothing to say. */
export function Strip({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('common');
  return children ? <section aria-label={t('strip')}>{children}</section> : null;
}
