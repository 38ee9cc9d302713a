import styles from './Spinner.module.css';

/** A turning ring, never without a sentence: use `Waiting`, or a busy `Button`. With reduced motion it stands still. */
export function Spinner() {
  return <span className={styles.spinner} aria-hidden="true" />;
}
