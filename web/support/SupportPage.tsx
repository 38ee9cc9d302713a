import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { staffRoles } from '#protocol/policies';
import type { StaffMe } from '../api/use-me';
import { useMedia } from '../media/MediaProvider';
import { useArmOnTap } from '../media/use-arm-on-tap';
import { Banner } from '../ui/Banner';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';
import { ButtonLink } from '../ui/ButtonLink';
import { LanguageSwitch } from '../ui/LanguageSwitch';
import { SkipLink } from '../ui/SkipLink';
import { Waiting } from '../ui/Waiting';
import { CallList } from './CallList';
import { CallPage } from './CallPage';
import { callsShown, wantsAnswer, type Shown } from './shown-calls';
import { useCalls, type CallLine } from './use-calls';
import styles from './support.module.css';

interface SupportPageProps {
  readonly me: StaffMe;
  readonly onLeave: () => void;
  readonly onSignedOut: () => void;
}

/** The number of calls that want somebody stands in the tab, and a new one chimes. */
function useAttention(calls: readonly CallLine[] | null, staffId: string): void {
  const { t } = useTranslation('support');
  const { bell } = useMedia();
  const wanting = (calls ?? []).filter((call) => wantsAnswer(call, staffId)).length;
  const before = useRef<number | null>(null);
  useArmOnTap();
  useEffect(() => {
    if (before.current !== null && wanting > before.current) bell.play('chime');
    if (calls) before.current = wanting;
  }, [bell, calls, wanting]);
  useEffect(() => {
    document.title = wanting > 0 ? t('tabTitle', { count: wanting }) : t('title');
  }, [t, wanting]);
}

/** Calls for help by age; one of them open beside the list, or over it on a phone. */
export function SupportPage({ me, onLeave, onSignedOut }: SupportPageProps) {
  const { t } = useTranslation('support');
  const { t: staff } = useTranslation('staff');
  const { known, failed, again } = useCalls();
  const [shown, setShown] = useState<Shown>('open');
  const [chosen, setChosen] = useState<CallLine | null>(null);
  const calls = known?.calls ?? null;
  useAttention(calls, me.staffId);
  useEffect(() => {
    if (failed?.refused === 'NOT_SIGNED_IN') onSignedOut();
  }, [failed, onSignedOut]);
  const role = staffRoles.find((known) => known === me.role) ?? 'support';
  const current = calls?.find(({ id }) => id === chosen?.id) ?? chosen;
  return (
    <div className={styles.page} data-density="staff">
      <SkipLink />
      <Bar voice="hall" title={t('title')}>
        <span className={styles.me}>{`${staff(`roles.${role}`)} ${me.name}`}</span>
        {me.rooms.length > 0 && (
          <ButtonLink kind="ink" size="small" icon="door" href="/staff/rooms">
            {t('rooms')}
          </ButtonLink>
        )}
        <ButtonLink kind="ink" size="small" icon="list" href="/staff/rehearsals">
          {t('rehearsals')}
        </ButtonLink>
        <LanguageSwitch />
        <Button kind="ink" size="small" onClick={onLeave}>
          {staff('signOut')}
        </Button>
      </Bar>
      {failed && calls && (
        <Banner shape="strip" mood="warn" icon="wifi-off" role="status">
          {t('stale')}
        </Banner>
      )}
      <main id="main" tabIndex={-1} className={styles.main} data-open={current !== null}>
        {calls ? (
          <CallList
            calls={callsShown(calls, shown, me.staffId)}
            me={me}
            shown={shown}
            onShown={setShown}
            chosen={current?.id ?? null}
            onChoose={setChosen}
          />
        ) : (
          <Waiting>{t('loading')}</Waiting>
        )}
        {current ? (
          <CallPage
            key={current.id}
            line={current}
            me={me}
            onBack={() => setChosen(null)}
            onChanged={again}
          />
        ) : (
          <p className={styles.choose}>{t('choose')}</p>
        )}
      </main>
    </div>
  );
}
