import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffPage } from '../../ui/StaffLayout';
import { StaffLayout } from '../../ui/StaffLayout';
import { ConsoleBar, type FaceProps } from '../console/ConsoleBar';
import { ConsoleStrip } from '../console/ConsoleStrip';
import { useConsoleContext } from '../console/context';
import { CandidateList } from '../parts/CandidateList';
import { candidatePeer } from '../video/staff-stage';
import { takeFrame } from '../video/take-frame';
import { useStaffStage } from '../video/use-staff-stage';
import { DecisionPanel } from './DecisionPanel';
import { RoomCounts } from './RoomCounts';
import { useCall } from './use-call';
import { WaitingStage } from './WaitingStage';

/** The waiting officer's console (2.1.6): one candidate after another, seen, checked, invited. */
export function WaitingFace(props: FaceProps) {
  const { t } = useTranslation('staff');
  const { t: common } = useTranslation('common');
  const { view } = useConsoleContext();
  const call = useCall();
  const [chosen, setChosen] = useState<string | null>(call.row?.sittingId ?? null);
  const [page, setPage] = useState<StaffPage>('list');
  const row = view.rows.find(({ sittingId }) => sittingId === chosen) ?? null;
  const stage = useStaffStage('waiting', call.row?.sittingId ?? null);
  const first = candidatePeer(stage.peers, 1)?.stream ?? null;
  const shown = useFocusWhere(chosen);
  const choose = (sittingId: string): void => {
    setChosen(sittingId);
    setPage('stage');
  };
  const leave = (): void => {
    setChosen(null);
    setPage('list');
  };
  const seen = row && call.row?.sittingId === row.sittingId && first;
  return (
    <StaffLayout
      bar={<ConsoleBar {...props} />}
      strip={<ConsoleStrip />}
      list={{
        label: common('staffPages.list'),
        content: <CandidateList chosen={chosen} onChoose={choose} />,
      }}
      stage={{
        label: t('stage.title'),
        content: <WaitingStage ref={shown} row={row} stage={stage} call={call} onChoose={choose} />,
      }}
      panel={{
        label: common('staffPages.panel'),
        content: row ? (
          <DecisionPanel
            key={row.sittingId}
            row={row}
            elsewhere={call.row && call.row.sittingId !== row.sittingId ? call.row : null}
            takeFrame={seen ? () => takeFrame(seen) : null}
            onLeave={leave}
          />
        ) : (
          <RoomCounts />
        ),
      }}
      page={page}
      onPage={setPage}
    />
  );
}

/** After choosing, keyboard and screen reader go on at the person; after leaving, at the line he was chosen from. */
function useFocusWhere(chosen: string | null) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(chosen);
  useEffect(() => {
    if (before.current === chosen) return;
    if (chosen) heading.current?.focus();
    else document.getElementById(`line-${before.current}`)?.focus();
    before.current = chosen;
  }, [chosen]);
  return heading;
}
