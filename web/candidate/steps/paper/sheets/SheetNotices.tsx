import { useTranslation } from 'react-i18next';
import { clockTime } from '../../../../i18n/times';
import { Banner } from '../../../../ui/Banner';
import { Button } from '../../../../ui/Button';
import { NoNote } from '../../../../ui/NoNote';
import { useServerClock } from '../../../../ui/server-clock';
import type { Sheets } from './use-sheets';
import type { PhotographedView } from './phases';
import styles from './sheets.module.css';

interface SheetNoticesProps extends Sheets {
  readonly view: PhotographedView;
  readonly most: number;
}

/** What counts as things stand, in one sentence that cannot be overlooked. */
function Standing({ view, kept }: SheetNoticesProps) {
  const { t } = useTranslation('sheets');
  const { zone } = useServerClock();
  const { sealed, counted } = view;
  if (!sealed) return null;
  const changed = !kept.sealed && !kept.sealing && view.phase !== 'uploading' && kept.server !== null;
  const isWhole = counted?.setId === sealed.setId;
  const said = (set: typeof sealed) => ({ count: set.sheets, time: clockTime(set.sealedAt, zone) });
  return (
    <>
      <Banner mood={isWhole ? 'ok' : 'accent'} icon={isWhole ? 'check' : 'upload'} role="status">
        {t(isWhole ? 'sets.counts' : 'sets.onTheWay', said(sealed))}{' '}
        {!isWhole && counted && t('sets.before', said(counted))}
      </Banner>
      {changed && (
        <Banner mood="warn" title={t('seal.changed')}>
          {t('seal.changedNote')}
        </Banner>
      )}
    </>
  );
}

/** Everything that has to be said above the pictures. */
export function SheetNotices(props: SheetNoticesProps) {
  const { t } = useTranslation('sheets');
  const { kept, keeper, most, view } = props;
  const { notTaken, removed, refused, keptHere } = kept;
  return (
    <>
      <Standing {...props} />
      {view.phase === 'uploading' && (
        <Banner mood="warn" icon="clock" role="status" title={t('over')}>
          {view.sealed && t('overNote')}
        </Banner>
      )}
      {refused && <NoNote no={refused.no} requestId={refused.requestId} />}
      {!keptHere && (
        <Banner mood="warn" title={t('nowhere')}>
          {t('nowhereNote')}
        </Banner>
      )}
      {notTaken.length > 0 && (
        <div className={styles.notTaken} role="alert">
          <strong>{t('notTaken.title')}</strong>
          <ul>
            {notTaken.map(({ name, why }, at) => (
              <li key={at}>{t(`notTaken.${why}`, { name, most })}</li>
            ))}
          </ul>
        </div>
      )}
      {removed && (
        <Banner
          role="status"
          icon="trash"
          action={
            <Button size="small" icon="undo" onClick={() => void keeper.putBack()}>
              {t('putBack')}
            </Button>
          }
        >
          {t('removed')}
        </Banner>
      )}
    </>
  );
}
