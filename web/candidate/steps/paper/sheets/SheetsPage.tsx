import { useTranslation } from 'react-i18next';
import { Clock } from '../../../../ui/Clock';
import { Icon } from '../../../../ui/Icon';
import { PhoneLayout } from '../../../../ui/PhoneLayout';
import { Waiting } from '../../../../ui/Waiting';
import { Tools } from '../../../help/Tools';
import { NetworkStrip } from '../../../parts/NetworkStrip';
import { useDocumentTitle } from '../../../parts/use-document-title';
import { useSitting } from '../../../sitting/sitting-context';
import type { PhotographedView } from './phases';
import { SheetsBoard } from './SheetsBoard';
import { SheetsFoot } from './SheetsFoot';
import { useSheets } from './use-sheets';
import styles from './sheets.module.css';

/** Position 2 while it photographs: the clock, the sheets, and one next action. */
export function SheetsPage({ view }: { readonly view: PhotographedView }) {
  const { t } = useTranslation('sheets');
  const sheets = useSheets(view);
  useDocumentTitle(t('title'));
  return (
    <PhoneLayout
      title={t('title')}
      tools={<Tools />}
      strip={
        <>
          <NetworkStrip />
          <TimeLeft view={view} />
        </>
      }
      foot={sheets && <SheetsFoot {...sheets} view={view} />}
    >
      {sheets ? (
        <>
          <SheetsBoard {...sheets} view={view} camera />
          <p className={styles.note}>{t('cameraFree')}</p>
        </>
      ) : (
        <Waiting>{t('opening')}</Waiting>
      )}
    </PhoneLayout>
  );
}

function TimeLeft({ view }: { readonly view: PhotographedView }) {
  const { t } = useTranslation('sheets');
  const { view: whole } = useSitting();
  const clock = whole?.clock;
  if (!clock || (view.phase !== 'photographing' && view.phase !== 'uploading')) return null;
  const label = t(`clock.${view.phase}`);
  return (
    <div className={styles.left}>
      <Icon name="clock" />
      <span>{label}</span>
      <Clock
        size="small"
        bare
        label={label}
        deadlineAt={clock.deadlineAt}
        remainingMs={clock.remainingMs}
        totalMs={clock.totalMs}
      />
    </div>
  );
}
