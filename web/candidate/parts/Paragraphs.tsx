interface ParagraphsProps {
  /** A configured text: lines are paragraphs. */
  readonly text: string;
}

export function Paragraphs({ text }: ParagraphsProps) {
  const lines = text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.map((line, index) => <p key={index}>{line}</p>);
}
