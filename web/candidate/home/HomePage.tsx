import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#protocol/assert-never';
import { useLocalText } from '../../i18n/use-language';
import { Button } from '../../ui/Button';
import { ButtonLink } from '../../ui/ButtonLink';
import { PhoneLayout } from '../../ui/PhoneLayout';
import { ServerTime } from '../../ui/ServerTime';
import { useServerNow } from '../../ui/server-clock';
import type { Sending } from '../commands/outbox';
import { telephone } from '../help/telephone';
import { Tools } from '../help/Tools';
import { NetworkStrip } from '../parts/NetworkStrip';
import { NoNote } from '../../ui/NoNote';
import { useDocumentTitle } from '../parts/use-document-title';
import { lateRehearsal } from '../rehearsal/late-rehearsal';
import { useSitting } from '../sitting/sitting-context';
import { doorOf, type Door } from './door';
import { HomeSteps } from './HomeSteps';
import { Ticket } from './Ticket';
import styles from './HomePage.module.css';

interface HomePageProps {
  /** Back to the step that is going on. */
  readonly onContinue: () => void;
}

interface FootProps extends HomePageProps {
  readonly door: Door;
  /** On the way to a rehearsal. */
  readonly turning: boolean;
}

function Foot({ door, turning, onContinue }: FootProps) {
  const { t } = useTranslation('candidate');
  const local = useLocalText();
  const { home, view, ask, sending } = useSitting();
  switch (door.kind) {
    case 'before':
      return <p className={styles.wait}>{t('home.waitForDoor')}</p>;
    case 'open':
      return (
        <Button
          kind="primary"
          wide
          iconAfter="right"
          busy={turning || isEntering(sending)}
          onClick={() => void ask({ kind: 'check-in' }).then((result) => result.ok && onContinue())}
        >
          {t('home.enter')}
        </Button>
      );
    case 'late':
    case 'closed':
      return (
        <ButtonLink kind="primary" wide icon="phone-call" href={telephone(home.exam.phone)}>
          {t('home.call', { phone: home.exam.phone })}
        </ButtonLink>
      );
    case 'inside':
    case 'over': {
      const now = home.flow.steps.find(({ id }) => id === view?.stepId);
      return (
        <Button kind="primary" wide iconAfter="right" onClick={onContinue}>
          {now ? t('home.continueWith', { step: local(now.title) }) : t('home.continue')}
        </Button>
      );
    }
    default:
      return assertNever(door);
  }
}

const isEntering = (sending: Sending | null): boolean => sending?.asked.kind === 'check-in';

/** 2.1.4: the exam card, what is still to do, and the one next action. */
export function HomePage({ onContinue }: HomePageProps) {
  const { t } = useTranslation('candidate');
  const { home, view, refused, sending } = useSitting();
  const [turning, setTurning] = useState(false);
  const now = useServerNow();
  const door = doorOf(home.window, view, now);
  const shut = door.kind === 'late' || door.kind === 'closed';
  useDocumentTitle(t('home.title'));
  return (
    <PhoneLayout
      tools={
        <Tools>
          <ServerTime />
        </Tools>
      }
      strip={<NetworkStrip />}
      foot={<Foot door={door} turning={turning} onContinue={onContinue} />}
    >
      {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
      <Ticket home={home} door={door} />
      {!view && !home.rehearsal && !shut && (
        <Suspense fallback={null}>
          <lateRehearsal.Card entering={isEntering(sending)} onTurning={setTurning} />
        </Suspense>
      )}
      <HomeSteps flow={home.flow} view={view} shut={shut} />
    </PhoneLayout>
  );
}
