import { useTranslation } from 'react-i18next';
import { clockTime, day } from '../../i18n/times';
import { useLanguage } from '../../i18n/use-language';
import { Facts } from '../../ui/Facts';
import { useServerClock } from '../../ui/server-clock';
import type { Results } from './use-results';

const roles = ['chief-examiner', 'secretary'] as const;

/** Chair and secretary: signed, signed what has changed since, or not yet; and whether the results are out. */
export function Signatures({ results: { signatures, released } }: { readonly results: Results }) {
  const { t } = useTranslation('results');
  const { t: staff } = useTranslation('staff');
  const language = useLanguage();
  const { zone } = useServerClock();
  const time = (at: number): string => `${day(at, language, zone)} ${clockTime(at, zone)}`;
  const said = (role: (typeof roles)[number]): string => {
    const one = signatures.find((signature) => signature.role === role);
    if (!one) return t('unsigned');
    return t(one.holds ? 'signed' : 'void', { name: one.name, time: time(one.at) });
  };
  const facts = roles.map((role) => ({ label: staff(`roles.${role}`), value: said(role) }));
  const out = released && {
    label: t('release'),
    value: t('released', { name: released.name, time: time(released.at) }),
  };
  return <Facts facts={out ? [...facts, out] : facts} />;
}
