import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffPage } from '../../ui/StaffLayout';
import { StaffLayout } from '../../ui/StaffLayout';
import { ConsoleBar, ConsoleStrip, type FaceProps } from '../console/ConsoleBar';
import { useConsoleContext } from '../console/context';
import { candidatePeer } from '../video/staff-stage';
import { takeFrame } from '../video/take-frame';
import { useStaffStage } from '../video/use-staff-stage';
import { CandidateList } from '../parts/CandidateList';
import { DecisionPanel } from './DecisionPanel';
import { useTalk } from './use-talk';
import { WaitingStage } from './WaitingStage';

/** The waiting officer's console (2.1.6): one candidate after another, seen, checked, invited. */
export function WaitingFace(props: FaceProps) {
  const { t } = useTranslation('staff');
  const { t: common } = useTranslation('common');
  const { view } = useConsoleContext();
  const [chosen, setChosen] = useState<string | null>(null);
  const [page, setPage] = useState<StaffPage>('list');
  const row = view.rows.find(({ sittingId }) => sittingId === chosen) ?? null;
  const talk = useTalk(row);
  const stage = useStaffStage('waiting', talk.talking && row ? row.sittingId : null);
  const first = candidatePeer(stage.peers, 1)?.stream ?? null;
  const choose = (sittingId: string): void => {
    setChosen(sittingId);
    setPage('stage');
  };
  return (
    <StaffLayout
      bar={<ConsoleBar {...props} />}
      strip={<ConsoleStrip />}
      list={{
        label: common('staffPages.list'),
        content: <CandidateList chosen={chosen} onChoose={choose} />,
      }}
      stage={{ label: t('places.waiting'), content: <WaitingStage row={row} stage={stage} talk={talk} /> }}
      panel={{
        label: common('staffPages.panel'),
        content: row && (
          <DecisionPanel key={row.sittingId} row={row} takeFrame={first && (() => takeFrame(first))} />
        ),
      }}
      page={page}
      onPage={setPage}
    />
  );
}
