import styles from './Seal.module.css';

interface SealProps {
  /** Two to four Han characters, or one Latin word. */
  readonly text: string;
}

/** The vermilion seal: on receipts and nowhere else. */
export function Seal({ text }: SealProps) {
  const characters = [...text];
  const latin = /^[\u0020-\u007e]+$/.test(text);
  return (
    <span className={latin ? styles.word : styles.seal} role="img" aria-label={text}>
      {latin ? text : characters.map((character, index) => <span key={index}>{character}</span>)}
    </span>
  );
}
