import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { revealPhone, type DayLine } from '#contract/office-roster';
import { useApi } from '../../api/ApiProvider';
import { clockTime, day } from '../../i18n/times';
import { useLanguage } from '../../i18n/use-language';
import { Button } from '../../ui/Button';
import { NoNote } from '../../ui/NoNote';
import { useAct } from './use-act';
import styles from './exams.module.css';

interface DayTableProps {
  readonly lines: readonly DayLine[];
  readonly zone: string;
}

/** Everybody of a room by ticket, with a place to sign on paper. */
export function DayTable({ lines, zone }: DayTableProps) {
  const { t } = useTranslation('examOffice');
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {(['ticket', 'name', 'idNumber', 'phone', 'extra', 'photo', 'slip', 'state'] as const).map(
            (title) => (
              <th key={title} scope="col">
                {t(`day.${title}`)}
              </th>
            ),
          )}
          <th scope="col" className={styles.onlyPrint}>
            {t('day.sign')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.sittingId} line={line} zone={zone} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line, zone }: { readonly line: DayLine; readonly zone: string }) {
  const { t } = useTranslation('examOffice');
  const language = useLanguage();
  const at = line.passcodeIssuedAt;
  return (
    <tr>
      <th scope="row" data-column={t('day.ticket')}>
        {line.ticket}
      </th>
      <td data-column={t('day.name')}>{line.name}</td>
      <td data-column={t('day.idNumber')}>{line.idNumberMasked}</td>
      <td data-column={t('day.phone')}>
        <Phone line={line} />
      </td>
      <td data-column={t('day.extra')}>
        {line.extraMinutes > 0 && t('day.minutes', { count: line.extraMinutes })}
      </td>
      <td data-column={t('day.photo')}>{t(line.hasPhoto ? 'day.hasPhoto' : 'day.noPhoto')}</td>
      <td data-column={t('day.slip')}>
        {at === null
          ? t('day.notIssued')
          : t('day.issued', { time: `${day(at, language, zone)} ${clockTime(at, zone)}` })}
      </td>
      <td data-column={t('day.state')}>{t(`day.states.${line.state}`)}</td>
      <td className={styles.onlyPrint} />
    </tr>
  );
}

/** The whole number only when it is asked for: the server keeps who did. */
function Phone({ line: { sittingId, phoneMasked, name } }: { readonly line: DayLine }) {
  const { t } = useTranslation('examOffice');
  const { call } = useApi();
  const [phone, setPhone] = useState<string | null>(null);
  const asking = useAct();
  if (phoneMasked === null) return null;
  if (phone !== null) return <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>;
  const reveal = async (): Promise<void> => {
    const answer = await asking.act(() => call(revealPhone, { params: { sittingId }, body: {} }));
    if (answer) setPhone(answer.phone);
  };
  return (
    <span className={styles.phone}>
      <span>{phoneMasked}</span>
      <span className={styles.noPrint}>
        <Button
          kind="quiet"
          size="small"
          busy={asking.busy}
          aria-label={t('day.revealFor', { name })}
          onClick={() => void reveal()}
        >
          {t('day.reveal')}
        </Button>
      </span>
      {asking.failed && <NoNote no={asking.failed.no} requestId={asking.failed.requestId} />}
    </span>
  );
}
