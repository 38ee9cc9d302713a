import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openConsole } from '#contract/rooms';
import { useApi } from '../../api/ApiProvider';
import type { StaffMe } from '../../api/use-me';
import { useRepeated } from '../../api/use-repeated';
import { useLocalText } from '../../i18n/use-language';
import { Bar } from '../../ui/Bar';
import { Button } from '../../ui/Button';
import { ButtonLink } from '../../ui/ButtonLink';
import { classes } from '../../ui/classes';
import { LanguageSwitch } from '../../ui/LanguageSwitch';
import { NoNote } from '../../ui/NoNote';
import { SkipLink } from '../../ui/SkipLink';
import { Waiting } from '../../ui/Waiting';
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
  const { t: staff } = useTranslation('staff');
  const text = useLocalText();
  const { call } = useApi();
  const ask = useCallback(() => call(openConsole, { params: { roomId } }), [call, roomId]);
  const { known, failed } = useRepeated(ask, ROOM_EVERY_MS);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    document.title = t('staff.title');
  }, [t]);
  useEffect(() => {
    if (failed?.refused === 'NOT_SIGNED_IN') onSignedOut();
  }, [failed, onSignedOut]);
  const person = known?.rows.find(({ sittingId }) => sittingId === chosen) ?? null;
  return (
    <div className={styles.page} data-density="staff">
      <SkipLink />
      <Bar voice="hall" title={t('staff.title')} place={known && text(known.room.name)}>
        <span>{`${staff(`roles.${me.role}`)} ${me.name}`}</span>
        <ButtonLink kind="ink" size="small" icon="door" href={`/staff/rooms/${roomId}`}>
          {t('staff.console')}
        </ButtonLink>
        <LanguageSwitch />
        <Button kind="ink" size="small" onClick={onLeave}>
          {staff('signOut')}
        </Button>
      </Bar>
      <main id="main" tabIndex={-1} className={styles.main}>
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
      </main>
    </div>
  );
}
