import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ulid } from 'ulid';
import { finishRehearsal, playRehearsal } from '#contract/rehearsal';
import { useApi } from '../../api/ApiProvider';
import { insist } from '../../api/insist';
import type { Refused } from '../../api/result';
import { clockTime, day } from '../../i18n/times';
import { useLanguage } from '../../i18n/use-language';
import { Button } from '../../ui/Button';
import { useServerClock, useServerNow } from '../../ui/server-clock';
import { useSitting } from '../sitting/sitting-context';
import { Band } from './Band';
import { ResultDialog } from './ResultDialog';
import { TrialDialog } from './TrialDialog';
import { usePlayedStaff } from './use-played-staff';
import { useRehearsal } from './use-rehearsal';
import { useTake } from './use-take';

const PATIENCE_MS = 60_000;

/** The rehearsal over the exam's own pages: its mark, the staff that it plays, the ten seconds, the result. */
export function FirstRehearsal() {
  const { t } = useTranslation('rehearsal');
  const { call } = useApi();
  const { view } = useSitting();
  const rehearsing = useRehearsal();
  const take = useTake(rehearsing);
  const [records, setRecords] = useState(false);
  const [judging, setJudging] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  usePlayedStaff(rehearsing.state?.result ? null : view);
  const inRoom = view?.step?.kind === 'interview';
  const finish = async (sawHimself: boolean | null): Promise<void> => {
    setRecords(false);
    setJudging(true);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const result = await insist(() => call(finishRehearsal, { body: { sawHimself } }), { signal });
    setJudging(false);
    setRefused(result && !result.ok ? result : null);
    if (!result?.ok) return;
    rehearsing.offer(result.value);
    if (inRoom) await call(playRehearsal, { body: { commandId: ulid(), act: 'end' } });
  };
  const result = rehearsing.state?.result ?? null;
  return (
    <>
      <Band
        actions={
          <>
            {inRoom && (
              <Button size="small" kind="primary" icon="play" onClick={() => setRecords(true)}>
                {t('band.trial')}
              </Button>
            )}
            <Button size="small" busy={judging} onClick={() => void finish(null)}>
              {t('band.end')}
            </Button>
          </>
        }
      >
        <BandWords />
      </Band>
      {records && !result && (
        <TrialDialog
          rehearsing={rehearsing}
          take={take}
          onClose={() => setRecords(false)}
          onAnswer={(saw) => void finish(saw)}
        />
      )}
      {(judging || result || refused) && (
        <ResultDialog state={rehearsing.state} refused={refused} onAgain={() => void finish(null)} />
      )}
    </>
  );
}

function BandWords() {
  const { t } = useTranslation('rehearsal');
  const { home, view } = useSitting();
  const { zone } = useServerClock();
  const language = useLanguage();
  const now = useServerNow(10_000);
  const doors = home.rehearsal;
  const isOpen = doors !== null && now >= doors.opensAt && now < doors.entryClosesAt;
  const time = doors && `${day(doors.opensAt, language, zone)} ${clockTime(doors.opensAt, zone)}`;
  const said = [
    view?.step?.kind === 'waiting' && t('band.waiting'),
    view?.step?.kind === 'interview' && t('band.room'),
    view?.step?.kind !== 'waiting' && view?.step?.kind !== 'interview' && t('band.safe'),
    isOpen && t('band.doorsOpen'),
    time && now < (doors?.opensAt ?? 0) && t('band.doors', { time }),
  ];
  return said.filter(Boolean).join(' · ');
}
