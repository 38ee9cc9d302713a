import { useTranslation } from 'react-i18next';
import type { ExamState } from '#protocol/office.schema';
import { Pill, type Mood } from '../../ui/Pill';
import type { IconName } from '../../ui/icon-paths';

const looks = {
  draft: { icon: 'edit', mood: 'plain' },
  open: { icon: 'door', mood: 'ok' },
  closed: { icon: 'lock', mood: 'plain' },
} as const satisfies Record<ExamState, { icon: IconName; mood: Mood }>;

export function StatePill({ state }: { readonly state: ExamState }) {
  const { t } = useTranslation('examOffice');
  return <Pill {...looks[state]}>{t(`state.${state}`)}</Pill>;
}
