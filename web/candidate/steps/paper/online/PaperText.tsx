import { Fragment, useEffect, useRef, type ReactNode } from 'react';
import { render as renderFormula } from 'katex';
import 'katex/dist/katex.min.css';
import type { DispatchedPaper } from '#contract/answers';
import type { LocalText } from '../../../../i18n/texts';
import { useLocalText } from '../../../../i18n/use-language';
import { textParts, type TextPart } from './text-parts';
import styles from './question.module.css';

export type PaperImages = Extract<DispatchedPaper, { form: 'questions' }>['images'];

interface PaperTextProps {
  readonly text: LocalText;
  readonly images: PaperImages;
  /** What stands in the place of blank `number`, from 1. */
  readonly blank?: (number: number) => ReactNode;
}

/** Drawn as nodes, never as markup: the page's policy allows no styles in texts. */
function Formula({ tex, display }: { readonly tex: string; readonly display: boolean }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (place.current) renderFormula(tex, place.current, { displayMode: display, throwOnError: false });
  }, [tex, display]);
  return <span ref={place} className={display ? styles.display : undefined} />;
}

function Part({ part, images, blank }: Omit<PaperTextProps, 'text'> & { readonly part: TextPart }) {
  switch (part.kind) {
    case 'words':
      return part.text;
    case 'formula':
      return <Formula tex={part.tex} display={part.display} />;
    case 'blank':
      return blank?.(part.number) ?? '____';
    case 'image': {
      const image = images[part.name];
      if (!image) return part.words;
      const { url, width, height } = image;
      return <img className={styles.image} src={url} width={width} height={height} alt={part.words} />;
    }
  }
}

/** A text of a paper: paragraphs with formulas, images and the places of blanks. */
export function PaperText({ text, images, blank }: PaperTextProps) {
  const local = useLocalText();
  return textParts(local(text)).map((parts, index) => (
    <p key={index}>
      {parts.map((part, at) => (
        <Fragment key={at}>
          <Part part={part} images={images} blank={blank} />
        </Fragment>
      ))}
    </p>
  ));
}
