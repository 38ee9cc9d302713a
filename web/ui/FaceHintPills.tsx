import { useTranslation } from 'react-i18next';
import type { FaceHints } from './face-phases';
import { Pill } from './Pill';
import styles from './FaceHintPills.module.css';

const light = {
  good: ['sun', 'ok', 'face.lightGood'],
  dark: ['moon', 'warn', 'face.lightDark'],
  bright: ['sun', 'warn', 'face.lightBright'],
} as const;
const distance = {
  good: ['near', 'ok', 'face.distanceGood'],
  far: ['near', 'warn', 'face.distanceFar'],
  near: ['far', 'warn', 'face.distanceNear'],
} as const;

/** Light and distance as they are now; what is not measured is not shown. */
export function FaceHintPills({ hints }: { readonly hints: FaceHints }) {
  const { t } = useTranslation('common');
  const shown = [hints.light && light[hints.light], hints.distance && distance[hints.distance]];
  return (
    <div className={styles.pills}>
      {shown.map(
        (hint) =>
          hint && (
            <Pill key={hint[2]} icon={hint[0]} mood={hint[1]}>
              {t(hint[2])}
            </Pill>
          ),
      )}
    </div>
  );
}
