import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { collectSheets } from '#contract/interview-record';
import { openConsole } from '#contract/rooms';
import { useApi } from '../api/ApiProvider';
import { useRepeated } from '../api/use-repeated';
import type { StaffMe } from '../api/use-me';
import { useLocalText } from '../i18n/use-language';
import { Banner } from '../ui/Banner';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { ButtonLink } from '../ui/ButtonLink';
import { classes } from '../ui/classes';
import { LanguageSwitch } from '../ui/LanguageSwitch';
import { NoNote } from '../ui/NoNote';
import { SkipLink } from '../ui/SkipLink';
import { Waiting } from '../ui/Waiting';
import { Notes } from './Notes';
import { SheetList } from './SheetList';
import { sealedFor } from './sheets';
import styles from './secretary.module.css';

interface SecretaryPageProps {
  readonly me: StaffMe;
  readonly roomId: string;
  readonly onLeave: () => void;
  readonly onSignedOut: () => void;
}

const ROOM_EVERY_MS = 5_000;
const SHEETS_EVERY_MS = 10_000;

/** The record of each interview by the clock, and who has handed in a sheet. Nothing here acts on the exam. */
export function SecretaryPage({ me, roomId, onLeave, onSignedOut }: SecretaryPageProps) {
  const { t } = useTranslation('secretary');
  const { t: staff } = useTranslation('staff');
  const text = useLocalText();
  const { call } = useApi();
  const askRoom = useCallback(() => call(openConsole, { params: { roomId } }), [call, roomId]);
  const askSheets = useCallback(() => call(collectSheets, { params: { roomId } }), [call, roomId]);
  const room = useRepeated(askRoom, ROOM_EVERY_MS);
  const sheets = useRepeated(askSheets, SHEETS_EVERY_MS);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  useEffect(() => {
    if (room.failed?.refused === 'NOT_SIGNED_IN') onSignedOut();
  }, [room.failed, onSignedOut]);
  const rows = room.known?.rows ?? [];
  const inside = room.known?.room.view.occupant?.sittingId ?? null;
  const current = rows.find(({ sittingId }) => sittingId === (chosen ?? inside)) ?? null;
  const collected = sheets.known;
  return (
    <div className={styles.page} data-density="staff">
      <SkipLink />
      <Bar voice="hall" title={t('title')} place={room.known && text(room.known.room.name)}>
        <span className={styles.me}>{`${staff(`roles.${me.role}`)} ${me.name}`}</span>
        <ButtonLink kind="ink" size="small" icon="door" href={`/staff/rooms/${roomId}`}>
          {t('console')}
        </ButtonLink>
        <ButtonLink kind="ink" size="small" icon="list" href={`/staff/rooms/${roomId}/results`}>
          {staff('score.results')}
        </ButtonLink>
        <LanguageSwitch />
        <Button kind="ink" size="small" onClick={onLeave}>
          {staff('signOut')}
        </Button>
      </Bar>
      <main id="main" tabIndex={-1} className={styles.main}>
        <nav className={styles.list} aria-label={t('candidates')}>
          {room.failed && !room.known && <NoNote no={room.failed} />}
          {!room.failed && !room.known && <Waiting>{t('loading')}</Waiting>}
          {rows.map((row) => (
            <button
              key={row.sittingId}
              type="button"
              className={classes(styles.person, row.sittingId === current?.sittingId && styles.chosen)}
              aria-current={row.sittingId === current?.sittingId}
              onClick={() => setChosen(row.sittingId)}
            >
              <strong>{row.name}</strong> <span className={styles.dim}>{row.ticket}</span>
              {collected && (
                <span className={styles.dim}>
                  {t('inAll', {
                    sealed: sealedFor(collected, row.sittingId),
                    all: collected.scorers.length,
                  })}
                </span>
              )}
            </button>
          ))}
        </nav>
        {current ? (
          <Notes key={current.sittingId} sittingId={current.sittingId} name={current.name} />
        ) : (
          <p className={styles.dim}>{t('choose')}</p>
        )}
        <aside className={styles.list}>
          {sheets.failed && collected && <Banner mood="warn">{t('stale')}</Banner>}
          {collected && <SheetList collected={collected} sittingId={current?.sittingId ?? null} />}
        </aside>
      </main>
    </div>
  );
}
