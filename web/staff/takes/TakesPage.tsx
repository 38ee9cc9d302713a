import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openConsole } from '#contract/rooms';
import { useApi } from '../../api/ApiProvider';
import type { StaffMe } from '../../api/use-me';
import { useRepeated } from '../../api/use-repeated';
import { useLocalText } from '../../i18n/use-language';
import { ButtonLink } from '../../ui/ButtonLink';
import { classes } from '../../ui/classes';
import { NoNote } from '../../ui/NoNote';
import { Waiting } from '../../ui/Waiting';
import { OfficeFrame } from '../../office/OfficeFrame';
import { SittingTakes } from './SittingTakes';
import styles from './takes.module.css';

interface TakesPageProps {
  readonly me: StaffMe;
  readonly roomId: string;
  readonly onLeave: () => void;
  readonly onSignedOut: () => void;
}

const ROOM_EVERY_MS = 60_000;

/** What was recorded in a room: everybody at the left, one candidate's takes beside. */
export function TakesPage({ me, roomId, onLeave, onSignedOut }: TakesPageProps) {
  const { t } = useTranslation('recording');
  const text = useLocalText();
  const { call } = useApi();
  const ask = useCallback(() => call(openConsole, { params: { roomId } }), [call, roomId]);
  const { known, failed } = useRepeated(ask, ROOM_EVERY_MS);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    if (failed?.refused === 'NOT_SIGNED_IN') onSignedOut();
  }, [failed, onSignedOut]);
  const person = known?.rows.find(({ sittingId }) => sittingId === chosen) ?? null;
  return (
    <OfficeFrame
      me={me}
      title={t('staff.title')}
      place={known && text(known.room.name)}
      links={
        <ButtonLink kind="ink" size="small" icon="door" href={`/staff/rooms/${roomId}`}>
          {t('staff.console')}
        </ButtonLink>
      }
      onLeave={onLeave}
    >
      {!known && failed && <NoNote no={failed} />}
      {!known && !failed && <Waiting>{t('staff.loading')}</Waiting>}
      {known && (
        <div className={styles.columns}>
          <nav className={styles.list} aria-label={t('staff.people')}>
            {known.rows.map((row) => (
              <button
                key={row.sittingId}
                type="button"
                className={classes(styles.person, row.sittingId === chosen && styles.chosen)}
                aria-current={row.sittingId === chosen}
                onClick={() => setChosen(row.sittingId)}
              >
                <strong>{row.name}</strong>
                <span className={styles.dim}>{row.ticket}</span>
              </button>
            ))}
          </nav>
          {person ? (
            <SittingTakes key={person.sittingId} sittingId={person.sittingId} name={person.name} />
          ) : (
            <p className={styles.dim}>{t('staff.choosePerson')}</p>
          )}
        </div>
      )}
    </OfficeFrame>
  );
}
