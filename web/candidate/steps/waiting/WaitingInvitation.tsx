import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepViews } from '#steps/schemas';
import { useLocalText } from '../../../i18n/use-language';
import { Invitation } from '../../../ui/Invitation';
import { useServerNow } from '../../../ui/server-clock';
import { useMedia } from '../../../media/MediaProvider';
import { useSitting } from '../../sitting/sitting-context';
import { useStep } from '../../sitting/use-step';

/** 2.1.8: rings until it is answered; two minutes, a reminder at one, and one more minute for the asking. */
export function WaitingInvitation({ view }: { readonly view: StepViews['waiting'] }) {
  const { t } = useTranslation('candidate');
  const local = useLocalText();
  const { home } = useSitting();
  const { bell } = useMedia();
  const { ask, busy } = useStep<'waiting'>(view);
  const now = useServerNow();
  const invited = view.phase === 'invited' ? view : null;
  const invitedAt = invited?.invitedAt;
  useEffect(() => (invitedAt === undefined ? undefined : bell.ringTurn()), [bell, invitedAt]);
  const reminded = invited !== null && now >= invited.remindAt;
  useEffect(() => {
    if (reminded) bell.play('turn');
  }, [bell, reminded]);
  if (!invited) return null;
  const room = local(home.room.name);
  return (
    <Invitation
      open
      room={room}
      facts={[
        { label: t('home.room'), value: room },
        { label: t('waiting.clockLabel'), value: t('waiting.clockStartsInside') },
      ]}
      deadlineAt={invited.expiresAt}
      totalMs={invited.expiresAt - invited.invitedAt}
      reminded={reminded}
      graceGiven={invited.moreTimeGiven}
      busy={busy('waiting.accept') ? 'start' : busy('waiting.more-time') ? 'grace' : null}
      onStart={() => void bell.arm().then(() => ask({ name: 'waiting.accept' }))}
      onGrace={() => void ask({ name: 'waiting.more-time' })}
    />
  );
}
