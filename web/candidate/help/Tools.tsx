import type { ReactNode } from 'react';
import { LanguageSwitch } from '../../ui/LanguageSwitch';
import { HelpButton } from './HelpButton';

/** Right end of every bar: what the page adds, the language, and help. */
export function Tools({ children }: { readonly children?: ReactNode }) {
  return (
    <>
      {children}
      <LanguageSwitch />
      <HelpButton />
    </>
  );
}
