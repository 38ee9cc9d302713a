import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDuration } from '../../i18n/use-duration';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { useServerNow } from '../../ui/server-clock';
import { useSitting } from '../sitting/sitting-context';
import { saidNow, type Said } from './said';
import { TimeDialog } from './TimeDialog';

const moods = { waiting: 'warn', given: 'ok', refused: 'warn', ours: 'ok' } as const satisfies Record<
  Said['what'],
  string
>;

/** Two lines are read, a stack of them is not. */
const AT_ONCE = 2;

/** After an outage: what became of the time that it took, honestly, with the record a click away. */
export function TimeNotices() {
  const { t } = useTranslation('time');
  const duration = useDuration();
  const { view, surroundings } = useSitting();
  const now = useServerNow();
  const [open, setOpen] = useState(false);
  const said = view?.clock ? saidNow(view.clock, surroundings?.outages ?? [], now).slice(-AT_ONCE) : [];
  return (
    <>
      {said.map(({ what, ms }, index) => (
        <Banner
          key={index}
          shape="strip"
          mood={moods[what]}
          icon="clock"
          role="status"
          title={t(`said.${what}`, { time: duration(ms) })}
          action={
            <Button size="small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
              {t('open')}
            </Button>
          }
        >
          {t(`said.${what}Note`)}
        </Banner>
      ))}
      <TimeDialog open={open} onClose={() => setOpen(false)} />
    </>
  );
}
