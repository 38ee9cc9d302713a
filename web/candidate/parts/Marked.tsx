interface MarkedProps {
  /** A text of ours with at most some words between `<b>` and `</b>`. */
  readonly text: string;
}

/** Shows the marked words bold. Texts are never read as HTML. */
export function Marked({ text }: MarkedProps) {
  return text.split(/<\/?b>/).map((part, index) => (index % 2 === 1 ? <b key={index}>{part}</b> : part));
}
