import type { ReactNode } from 'react';
import { useLocalText } from '../../i18n/use-language';
import { PhoneLayout } from '../../ui/PhoneLayout';
import { Tools } from '../help/Tools';
import { useSitting } from '../sitting/sitting-context';
import { NetworkStrip } from './NetworkStrip';
import { NoNote } from '../../ui/NoNote';
import { useOverview } from './overview-context';

interface StepPageProps {
  readonly title: Parameters<ReturnType<typeof useLocalText>>[0];
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  readonly theme?: 'hall' | 'stage';
  /** In the bar, left of language and help. */
  readonly tools?: ReactNode;
}

/** A step on one column: its title, a way back to the overview, help, and why the last click was refused. */
export function StepPage({ title, children, foot, theme, tools }: StepPageProps) {
  const local = useLocalText();
  const { refused } = useSitting();
  const { showOverview } = useOverview();
  return (
    <PhoneLayout
      title={local(title)}
      theme={theme}
      onBack={showOverview}
      tools={<Tools>{tools}</Tools>}
      strip={<NetworkStrip />}
      foot={foot}
    >
      {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
      {children}
    </PhoneLayout>
  );
}
