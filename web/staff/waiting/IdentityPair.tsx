import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '../../i18n/times';
import { classes } from '../../ui/classes';
import { IconButton } from '../../ui/IconButton';
import { useServerClock } from '../../ui/server-clock';
import type { ChosenStill } from './use-chosen-still';
import type { IdentityPictures } from './use-identity';
import styles from './IdentityPair.module.css';

export interface IdentityPairProps {
  readonly pictures: IdentityPictures;
  readonly chosen: ChosenStill;
  /** A picture could not be loaded. */
  readonly onBroken: () => void;
  readonly size?: 'small' | 'large';
  /** Under the registered photo. */
  readonly children?: ReactNode;
}

/** How he looks now beside how he registered, and the card if one was taken; small in the panel, large to compare. */
export function IdentityPair(props: IdentityPairProps) {
  const { pictures, chosen, onBroken, size = 'small', children } = props;
  const { t } = useTranslation('staff');
  const { zone } = useServerClock();
  const { still } = chosen;
  const { registeredUrl, cardUrl } = pictures;
  return (
    <div className={classes(styles.pair, styles[size])}>
      <div className={styles.figure}>
        <Picture
          url={still?.url ?? null}
          caption={still ? t('identity.live', { time: clockTime(still.at, zone) }) : t('identity.liveNone')}
          onBroken={onBroken}
        />
        {chosen.of > 1 && <Pager chosen={chosen} />}
      </div>
      <div className={styles.figure}>
        <Picture
          url={registeredUrl}
          caption={registeredUrl ? t('identity.registered') : t('identity.registeredNone')}
          onBroken={onBroken}
        />
        {children}
      </div>
      {cardUrl && (
        <div className={styles.card}>
          <Picture whole url={cardUrl} caption={t('identity.card')} onBroken={onBroken} />
        </div>
      )}
    </div>
  );
}

function Pager({ chosen }: { readonly chosen: ChosenStill }) {
  const { t } = useTranslation('staff');
  const { index, of, turn } = chosen;
  return (
    <div className={styles.pager}>
      <IconButton icon="chevron-left" label={t('identity.stillBefore')} onClick={() => turn(-1)} />
      <span className={styles.caption} aria-live="polite">
        {t('identity.still', { n: index + 1, of })}
      </span>
      <IconButton icon="chevron-right" label={t('identity.stillAfter')} onClick={() => turn(1)} />
    </div>
  );
}

interface PictureProps {
  readonly url: string | null;
  readonly caption: string;
  /** A card is read to its edges; faces fill their place. */
  readonly whole?: boolean;
  readonly onBroken: () => void;
}

function Picture({ url, caption, whole = false, onBroken }: PictureProps) {
  if (!url) return <div className={styles.none}>{caption}</div>;
  return (
    <figure className={styles.figure}>
      <img
        className={classes(styles.picture, whole && styles.whole)}
        src={url}
        alt={caption}
        onError={onBroken}
      />
      <figcaption className={styles.caption}>{caption}</figcaption>
    </figure>
  );
}
