import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { logJoin } from '#contract/sitting';
import { useApi } from '../../api/ApiProvider';
import { useLocalText } from '../../i18n/use-language';
import { useBellArmed, useCameraState } from '../../media/MediaProvider';
import { useSitting } from '../sitting/sitting-context';
import { HelpContext } from './help-context';

interface SittingHelpProps {
  readonly position: 1 | 2;
  readonly children: ReactNode;
}

const LONGEST_OUTCOME = 200;

/** What an opened exam adds to help: its number, the step, the devices, and a report for support's records. */
export function SittingHelp({ position, children }: SittingHelpProps) {
  const { t } = useTranslation('candidate');
  const { t: common } = useTranslation('common');
  const local = useLocalText();
  const { call } = useApi();
  const { home, view, network } = useSitting();
  const { camera, microphone, faults } = useCameraState();
  const armed = useBellArmed();
  const step = home.flow.steps.find(({ id }) => id === view?.stepId);
  const known = useMemo(() => {
    const trouble = faults.map((fault) => common(`faults.${fault}.what`)).join(' ');
    const rtt = network.rttMs === null ? '' : t('help.latency', { count: network.rttMs });
    const outcome = [
      `position ${position}`,
      `step ${view?.stepId ?? '-'}`,
      `camera ${camera}`,
      `microphone ${microphone}`,
      `bell ${armed ? 'on' : 'off'}`,
      `rtt ${network.rttMs ?? '-'}`,
      ...faults,
    ].join(', ');
    return {
      phone: home.exam.phone,
      facts: [
        { label: t('home.candidate'), value: `${home.candidate.name} ${home.candidate.ticket}` },
        ...(step ? [{ label: t('help.step'), value: local(step.title) }] : []),
        { label: t('help.device'), value: t(position === 1 ? 'help.firstDevice' : 'help.secondDevice') },
        { label: t('help.camera'), value: trouble || t(camera === 'live' ? 'help.on' : 'help.off') },
        { label: t('help.microphone'), value: t(microphone === 'live' ? 'help.on' : 'help.off') },
        { label: t('help.bell'), value: `${t(armed ? 'help.on' : 'help.off')} ${rtt}`.trim() },
      ],
      report: async () => {
        const body = { topic: 'page', step: 'help', outcome: outcome.slice(0, LONGEST_OUTCOME) } as const;
        return (await call(logJoin, { body })).ok;
      },
    };
  }, [t, common, local, call, home, view, network, camera, microphone, faults, armed, step, position]);
  return <HelpContext value={known}>{children}</HelpContext>;
}
