import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readSheets } from '#contract/sheets';
import { useApi } from '../../../../api/ApiProvider';
import { pause } from '../../../../api/insist';
import { clockTime } from '../../../../i18n/times';
import { Banner } from '../../../../ui/Banner';
import { Facts } from '../../../../ui/Facts';
import { useServerClock } from '../../../../ui/server-clock';
import { isPhotographing, type PhotographedView } from './phases';
import type { OnServer } from './sheet-list';
import styles from './sheets.module.css';

const LOOK_MS = 3_000;

/** What the server has of the sheets by now, looked at again and again while they are photographed. */
function useArrived(watching: boolean): OnServer | null {
  const { call } = useApi();
  const [arrived, setArrived] = useState<OnServer | null>(null);
  useEffect(() => {
    if (!watching) return undefined;
    const stop = new AbortController();
    const watch = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        const result = await call(readSheets);
        if (result.ok && !stop.signal.aborted) setArrived(result.value);
        await pause(LOOK_MS, stop.signal);
      }
    };
    void watch();
    return () => stop.abort();
  }, [call, watching]);
  return arrived;
}

/** On position 1: what is to be done with the sheets, and what the phone has brought over. */
export function DeskSheets({ view }: { readonly view: PhotographedView }) {
  const { t } = useTranslation('sheets');
  const { zone } = useServerClock();
  const photographing = isPhotographing(view);
  const phone = view.position === 2;
  const arrived = useArrived(photographing && phone);
  if (!photographing)
    return (
      <section className={styles.desk} aria-label={t('desk.title')}>
        <h2>{t('desk.title')}</h2>
        <p>{t(phone ? 'desk.writing' : 'desk.writingHere')}</p>
      </section>
    );
  if (!phone) return null;
  const { sealed, counted } = view;
  const there = arrived?.sheets ?? [];
  const ready = there.filter(({ state }) => state === 'ready').length;
  const under = there.filter(({ state }) => state === 'uploading' || state === 'checking').length;
  const sheets = (count: number): string => (count > 0 ? t('desk.sheets', { count }) : t('desk.none'));
  const word = t(sealed && counted?.setId === sealed.setId ? 'desk.counts' : 'desk.onTheWay');
  return (
    <section className={styles.desk} aria-label={t('desk.title')}>
      <Banner icon="phone" role="status" title={t('desk.pensDown')}>
        {t('desk.pensDownNote')}
      </Banner>
      <Facts
        facts={[
          { label: t('desk.arrived'), value: sheets(ready) },
          ...(under > 0 ? [{ label: t('desk.underWay'), value: sheets(under) }] : []),
          {
            label: t('desk.sealed'),
            value: sealed
              ? `${clockTime(sealed.sealedAt, zone)} · ${sheets(sealed.sheets)} · ${word}`
              : t('desk.none'),
          },
        ]}
      />
      {sealed && ready > sealed.sheets && <p className={styles.note}>{t('desk.retakes')}</p>}
    </section>
  );
}
