import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#contract/endpoint';
import type { issueSlips } from '#contract/office-roster';
import type { ExamDetails } from '#contract/office-exams';
import type { LocalText } from '#protocol/text.schema';
import { clockTime, isoDay } from '../../i18n/times';
import { useLocalText } from '../../i18n/use-language';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Facts } from '../../ui/Facts';
import { QrCode } from '../../ui/QrCode';
import styles from './exams.module.css';

export type Slip = OutputOf<typeof issueSlips>['slips'][number];

interface SlipsProps {
  readonly slips: readonly Slip[];
  readonly exam: ExamDetails;
  readonly room: LocalText;
  readonly onBack: () => void;
}

/** Login slips of a room, to be printed and cut apart. */
export function Slips({ slips, exam, room, onBack }: SlipsProps) {
  const { t } = useTranslation('examOffice');
  return (
    <>
      <div className={styles.noPrint}>
        <Banner mood="warn" role="status">
          {t('slips.note')}
        </Banner>
        <div className={styles.row}>
          <Button kind="primary" icon="print" onClick={() => window.print()}>
            {t('slips.print')}
          </Button>
          <Button icon="left" onClick={onBack}>
            {t('slips.back')}
          </Button>
        </div>
      </div>
      <ul className={styles.slips} aria-label={t('slips.title')}>
        {slips.map((slip) => (
          <SlipSheet key={slip.sittingId} slip={slip} exam={exam} room={room} />
        ))}
      </ul>
    </>
  );
}

/** Four and four figures are typed with fewer slips. */
const inGroups = (passcode: string): string => passcode.replace(/(\d{4})(?=\d)/g, '$1 ');

interface SlipSheetProps {
  readonly slip: Slip;
  readonly exam: ExamDetails;
  readonly room: LocalText;
}

function SlipSheet({ slip, exam: { form }, room }: SlipSheetProps) {
  const { t } = useTranslation('examOffice');
  const text = useLocalText();
  const opens = `${isoDay(form.opensAt, form.timeZone)} ${clockTime(form.opensAt, form.timeZone)}`;
  const notices = form.notices.zh || form.notices.en ? text(form.notices) : '';
  return (
    <li className={styles.slip}>
      <p className={styles.dim}>{text(form.institution)}</p>
      <h3 className={styles.slipTitle}>{text(form.title)}</h3>
      <div className={styles.slipBody}>
        <div>
          <p className={styles.slipName}>{slip.name}</p>
          <Facts
            facts={[
              { label: t('slips.address'), value: window.location.origin },
              { label: t('slips.exam'), value: form.code },
              { label: t('slips.ticket'), value: slip.ticket },
              {
                label: t('slips.passcode'),
                value: (
                  <strong className={styles.passcode} data-passcode={slip.passcode}>
                    {inGroups(slip.passcode)}
                  </strong>
                ),
              },
              { label: t('slips.room'), value: text(room) },
              { label: t('slips.entry'), value: opens },
              { label: t('slips.phone'), value: form.phone },
            ]}
          />
        </div>
        <figure className={styles.qr}>
          <QrCode text={slip.link} />
          <figcaption>{t('slips.scan')}</figcaption>
        </figure>
      </div>
      {notices && <p className={styles.notices}>{notices}</p>}
    </li>
  );
}
