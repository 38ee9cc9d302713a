import { useTranslation } from 'react-i18next';
import { useLanguage, useLocalText } from '../../i18n/use-language';
import { clockSpan, day } from '../../i18n/times';
import { Facts } from '../../ui/Facts';
import { useServerClock } from '../../ui/server-clock';
import type { Home } from '../seat/use-seat';
import type { Door } from './door';
import { DoorLine } from './DoorLine';
import styles from './Ticket.module.css';

interface TicketProps {
  readonly home: Home;
  readonly door: Door;
}

/** Figures in groups of four read better on the telephone. */
const grouped = (ticket: string): string =>
  /^(\d{4}){3,}$/.test(ticket) ? ticket.replace(/(\d{4})(?=\d)/g, '$1 ') : ticket;

/** The exam card: what, when, where, who, and whether the door is open. */
export function Ticket({ home, door }: TicketProps) {
  const { t } = useTranslation('candidate');
  const local = useLocalText();
  const language = useLanguage();
  const { zone } = useServerClock();
  const { exam, room, candidate } = home;
  const window = home.rehearsal ?? home.window;
  return (
    <section className={styles.ticket} aria-label={t('home.ticket')}>
      <div className={styles.head}>
        <p className={styles.institution}>{local(exam.institution)}</p>
        <h1 className={styles.title}>{local(exam.title)}</h1>
      </div>
      <div className={styles.cut} aria-hidden="true" />
      <div className={styles.facts}>
        <Facts
          shape="blocks"
          facts={[
            {
              label: t('home.time'),
              value: (
                <span className={styles.big}>
                  {day(window.opensAt, language, zone)}
                  <br />
                  {clockSpan(window.opensAt, window.closesAt, zone)}
                </span>
              ),
            },
            { label: t('home.room'), value: <span className={styles.big}>{local(room.name)}</span> },
            { label: t('home.candidate'), value: candidate.name },
            { label: t('home.ticketNumber'), value: grouped(candidate.ticket) },
          ]}
        />
      </div>
      {!home.rehearsal && <DoorLine door={door} phone={exam.phone} />}
    </section>
  );
}
