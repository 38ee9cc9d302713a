import { iconPaths, type IconName } from './icon-paths';
import styles from './Icon.module.css';

interface IconProps {
  readonly name: IconName;
  /** Only where no word stands beside it; then it is announced. */
  readonly label?: string;
  readonly bold?: boolean;
}

/** Takes the size and colour of the text around it. */
export function Icon({ name, label, bold = false }: IconProps) {
  const spoken = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true };
  return (
    <svg viewBox="0 0 24 24" className={bold ? styles.bold : styles.icon} focusable="false" {...spoken}>
      <path d={iconPaths[name]} />
    </svg>
  );
}
