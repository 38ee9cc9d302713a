import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/Banner';
import { NoNote } from '../../ui/NoNote';
import { Pill } from '../../ui/Pill';
import { Segmented } from '../../ui/Segmented';
import { SkipLink } from '../../ui/SkipLink';
import { Strip } from '../../ui/Strip';
import { TextField } from '../../ui/TextField';
import { ChimeSwitch } from '../console/ChimeSwitch';
import { ConsoleBar, type FaceProps } from '../console/ConsoleBar';
import { ConsoleStrip } from '../console/ConsoleStrip';
import { useConsoleContext } from '../console/context';
import { found } from '../console/queue-order';
import { useWall } from './use-wall';
import { layouts, needsLook, type Layout } from './wall-row';
import { WallGrid } from './WallGrid';
import { WatchedPanel } from './WatchedPanel';
import styles from './wall.module.css';

/** 2.3: everybody whose exam runs elsewhere, who needs a look first, and why. */
export function WallFace(props: FaceProps) {
  const { t } = useTranslation('proctored');
  const { orders } = useConsoleContext();
  const { rows, failed, now } = useWall();
  const [layout, setLayout] = useState<Layout>('16');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const names = new Set(
    found(
      rows.map(({ row }) => row),
      typed,
    ).map(({ sittingId }) => sittingId),
  );
  const shown = rows.filter(({ row }) => names.has(row.sittingId));
  const person = rows.find(({ row }) => row.sittingId === chosen) ?? null;
  const over = rows.filter(({ place }) => place === 'over').length;
  const needy = rows.filter(needsLook).length;
  const leave = (): void => {
    setChosen(null);
    window.setTimeout(() => document.getElementById(`wall-${chosen}`)?.focus());
  };
  return (
    <div className={styles.page} data-density="staff">
      <SkipLink />
      <ConsoleBar {...props} />
      <Strip>
        <ConsoleStrip />
      </Strip>
      <main id="main" tabIndex={-1} className={styles.main}>
        <div className={styles.tools}>
          <div className={styles.pills} role="status">
            <Pill icon="alert" mood={needy > 0 ? 'warn' : 'plain'}>
              {t('wall.needs', { count: needy })}
            </Pill>
            <Pill icon="check" mood="ok">
              {t('wall.fineCount', { count: rows.length - over - needy })}
            </Pill>
            <Pill icon="doc">{t('wall.overCount', { count: over })}</Pill>
          </div>
          <span className={styles.gap} />
          <Segmented
            label={t('wall.layout')}
            value={layout}
            options={layouts.map((value) => ({
              value,
              text: value === 'list' ? t('wall.list') : t('wall.tiles', { count: Number(value) }),
            }))}
            onChange={setLayout}
          />
          <TextField label={t('wall.find')} value={typed} onChange={({ target }) => setTyped(target.value)} />
          <ChimeSwitch />
        </div>
        {failed && (
          <Banner mood="warn" icon="wifi-off">
            {t('wall.none')}
          </Banner>
        )}
        {orders.refused && <NoNote no={orders.refused.no} requestId={orders.refused.requestId} />}
        <div className={styles.hall} data-person={person ? true : undefined}>
          <WallGrid layout={layout} rows={shown} now={now} chosen={chosen} onChoose={setChosen} />
          {person && <WatchedPanel key={chosen} line={person} now={now} onLeave={leave} />}
        </div>
      </main>
    </div>
  );
}
