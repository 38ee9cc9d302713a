import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unlockLogin } from '#contract/auth';
import type { DeviceState, PositionPresence } from '#protocol/live.schema';
import { useApi } from '../api/ApiProvider';
import type { Refused } from '../api/result';
import { clockSeconds } from '../i18n/times';
import { useLocalText } from '../i18n/use-language';
import { lackCodes } from '../media/capabilities';
import { mediaFaults } from '../media/faults';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Facts, type Fact } from '../ui/Facts';
import { NoNote } from '../ui/NoNote';
import { useServerClock } from '../ui/server-clock';
import type { CallLine, OpenedCall } from './use-calls';
import styles from './support.module.css';

interface CallFactsProps {
  readonly call: CallLine;
  /** Null while it is read. */
  readonly opened: OpenedCall | null;
}

/** What is known: who, both devices now, the report that came with the call, and what the pages said. */
export function CallFacts({ call, opened }: CallFactsProps) {
  const { t } = useTranslation('support');
  return (
    <aside className={styles.facts}>
      <Person call={call} phone={opened?.phone ?? null} />
      {opened && (
        <Card title={t('sections.now')}>
          <PositionFacts position={1} presence={opened.presence[1]} />
          <PositionFacts position={2} presence={opened.presence[2]} />
        </Card>
      )}
      <Report call={call} />
      {opened && <Log log={opened.log} />}
    </aside>
  );
}

function Person({ call, phone }: { readonly call: CallLine; readonly phone: string | null }) {
  const { t } = useTranslation('support');
  const text = useLocalText();
  const { call: send } = useApi();
  const [unlocked, setUnlocked] = useState<'no' | 'busy' | 'yes'>('no');
  const [refused, setRefused] = useState<Refused | null>(null);
  const { examTitle, room, candidate, stepTitle, sittingId } = call;
  const unlock = async (): Promise<void> => {
    setUnlocked('busy');
    const result = await send(unlockLogin, { params: { sittingId } });
    setUnlocked(result.ok ? 'yes' : 'no');
    setRefused(result.ok ? null : result);
  };
  return (
    <Card title={t('sections.person')}>
      <Facts
        facts={[
          { label: t('facts.exam'), value: text(examTitle) },
          { label: t('facts.room'), value: text(room) },
          { label: t('facts.ticket'), value: candidate.ticket },
          ...(phone ? [{ label: t('phone'), value: phone }] : []),
          { label: t('facts.step'), value: stepTitle ? text(stepTitle) : t('facts.noStep') },
        ]}
      />
      {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
      {unlocked === 'yes' ? (
        <Banner mood="ok" role="status">
          {t('unlocked')}
        </Banner>
      ) : (
        <Button size="small" icon="unlock" busy={unlocked === 'busy'} onClick={() => void unlock()}>
          {t('unlock')}
        </Button>
      )}
    </Card>
  );
}

const nameOf = (position: number) =>
  position === 2 ? ('positions.second' as const) : ('positions.first' as const);

/** The same words for a device now and a device then. */
function useDeviceFacts() {
  const { t } = useTranslation('support');
  return (device: DeviceState): Fact[] => {
    const { rttMs, battery } = device;
    return [
      { label: t('facts.camera'), value: t(`camera.${device.camera}`) },
      { label: t('facts.microphone'), value: t(`microphone.${device.microphone}`) },
      { label: t('facts.bell'), value: t(device.bell ? 'on' : 'off') },
      {
        label: t('facts.latency'),
        value: rttMs === null ? t('facts.unknown') : t('facts.ms', { count: rttMs }),
      },
      ...(battery === null ? [] : [{ label: t('facts.battery'), value: `${Math.round(battery * 100)} %` }]),
    ];
  };
}

function PositionFacts({
  position,
  presence,
}: {
  readonly position: 1 | 2;
  readonly presence: PositionPresence;
}) {
  const { t } = useTranslation('support');
  const { zone } = useServerClock();
  const ofDevice = useDeviceFacts();
  const { state, device, lastSeenAt } = presence;
  return (
    <div className={styles.position}>
      <h3 className={styles.positionName}>
        {t(nameOf(position))} <span className={styles.dim}>{t(`state.${state}`)}</span>
      </h3>
      {device && lastSeenAt !== null && state !== 'never' && (
        <Facts
          facts={[...ofDevice(device), { label: t('facts.seen'), value: clockSeconds(lastSeenAt, zone) }]}
        />
      )}
    </div>
  );
}

function Report({ call }: { readonly call: CallLine }) {
  const { t } = useTranslation('support');
  const { t: common } = useTranslation('common');
  const { zone } = useServerClock();
  const ofDevice = useDeviceFacts();
  const { report, reportedAt } = call;
  const faults = mediaFaults.filter((code) => report.faults.includes(code));
  const lacks = lackCodes.filter((code) => report.lacks.includes(code));
  const faultWords = faults.map((code) => common(`faults.${code}.what`)).join(' ');
  const lackWords = lacks.map((code) => common(`lacks.${code}.what`)).join(' ');
  return (
    <Card title={t('sections.report')} aside={<span>{clockSeconds(reportedAt, zone)}</span>}>
      <Facts
        facts={[
          { label: t('facts.device'), value: t(nameOf(report.position)) },
          { label: t('facts.stepThen'), value: report.stepId ?? t('facts.none') },
          { label: t('facts.faults'), value: faultWords || t('facts.none') },
          ...(report.device ? ofDevice(report.device) : []),
          { label: t('facts.browser'), value: report.browser },
          { label: t('facts.lacks'), value: lackWords || t('facts.none') },
          { label: t('facts.screen'), value: report.screen },
          { label: t('facts.language'), value: report.language },
        ]}
      />
    </Card>
  );
}

function Log({ log }: { readonly log: OpenedCall['log'] }) {
  const { t } = useTranslation('support');
  const { zone } = useServerClock();
  return (
    <Card title={t('sections.log')}>
      {log.length === 0 && <p className={styles.dim}>{t('noLog')}</p>}
      <ol className={styles.log}>
        {log.map(({ at, position, topic, step, outcome }, index) => (
          <li key={index}>
            <span className={styles.dim}>
              {[clockSeconds(at, zone), position && t(nameOf(position)), topic, step]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span>{outcome}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
