import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { roomPapers } from '#contract/answers';
import type { OutputOf } from '#contract/endpoint';
import { clockSeconds } from '../../i18n/times';
import { Facts, type Fact } from '../../ui/Facts';
import { IconButton } from '../../ui/IconButton';
import { useServerClock } from '../../ui/server-clock';
import { RecordDialog } from '../record/RecordDialog';
import { NotePills } from './NotePills';
import { PersonActs } from './PersonActs';
import { PlacePill } from './PlacePill';
import { TimeLeft } from './TimeLeft';
import type { PaperRow } from './paper-row';
import styles from './paper.module.css';

interface PersonPanelProps {
  readonly stepId: string;
  readonly paper: OutputOf<typeof roomPapers>;
  readonly person: PaperRow;
  readonly onLeave: () => void;
}

/** One candidate: what is known of his paper, and what can be done for him alone. */
export function PersonPanel({ stepId, paper, person, onLeave }: PersonPanelProps) {
  const { t } = useTranslation('paperStaff');
  const { row } = person;
  const heading = useRef<HTMLHeadingElement>(null);
  const [record, setRecord] = useState(false);
  useEffect(() => heading.current?.focus(), []);
  return (
    <aside className={styles.person} aria-label={row.name}>
      <header className={styles.personHead}>
        <h2 ref={heading} tabIndex={-1}>
          {row.name} <span className={styles.dim}>{row.ticket}</span>
        </h2>
        <IconButton icon="x" kind="ink" label={t('leave')} onClick={onLeave} />
      </header>
      <PlacePill line={person} />
      <NotePills line={person} />
      <PaperFacts paper={paper} person={person} />
      <PersonActs stepId={stepId} mode={paper.mode} person={person} onRecord={() => setRecord(true)} />
      {record && <RecordDialog row={row} onClose={() => setRecord(false)} />}
    </aside>
  );
}

function PaperFacts({ paper, person }: Pick<PersonPanelProps, 'paper' | 'person'>) {
  const { t } = useTranslation('paperStaff');
  const { zone } = useServerClock();
  const { row, progress } = person;
  const time = (at: number | null | undefined): string => (at == null ? '–' : clockSeconds(at, zone));
  const { online, sheets, openedAt } = progress ?? {};
  const devices = [1, 2] as const;
  const facts: Fact[] = [
    { label: t('columns.left'), value: <TimeLeft row={row} /> },
    { label: t('facts.opened'), value: time(openedAt) },
    ...(paper.mode === 'online'
      ? [
          { label: t('columns.saved'), value: time(online?.savedAt) },
          {
            label: t('columns.answered'),
            value: t('answeredOf', { count: online?.answered ?? 0, all: paper.questions ?? '–' }),
          },
        ]
      : [
          { label: t('columns.sheets'), value: t('sheetsIn', { count: sheets?.arrived ?? 0 }) },
          { label: t('columns.sealed'), value: time(sheets?.sealed?.sealedAt) },
        ]),
    ...devices.map((position) => ({
      label: t(`facts.device${position}`),
      value: t(`presence.${row.presence[position].state}`),
    })),
  ];
  return <Facts facts={facts} />;
}
