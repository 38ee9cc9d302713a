/** A piece of a paper's text: words, a formula, an image of the paper, or the place of a blank. */
export type TextPart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'formula'; readonly tex: string; readonly display: boolean }
  | { readonly kind: 'image'; readonly words: string; readonly name: string }
  | { readonly kind: 'blank'; readonly number: number };

const SPECIAL = /\$\$([\s\S]+?)\$\$|\$([^$\n]+?)\$|!\[([^\]\n]*)\]\(([^)\s]+)\)|\{\{(\d+)\}\}/g;

function partOf([, display, inline, words, name, blank]: RegExpMatchArray): TextPart {
  if (display !== undefined) return { kind: 'formula', tex: display, display: true };
  if (inline !== undefined) return { kind: 'formula', tex: inline, display: false };
  if (name !== undefined) return { kind: 'image', words: words ?? '', name };
  return { kind: 'blank', number: Number(blank) };
}

/** Paragraphs of a paper's text, each in its parts. Nothing else has a meaning: what looks like HTML is words. */
export function textParts(text: string): readonly (readonly TextPart[])[] {
  const paragraphs = text.split(/\n\s*\n/).filter((each) => each.trim() !== '');
  return paragraphs.map((paragraph) => {
    const parts: TextPart[] = [];
    let from = 0;
    for (const match of paragraph.matchAll(SPECIAL)) {
      if (match.index > from) parts.push({ kind: 'words', text: paragraph.slice(from, match.index) });
      parts.push(partOf(match));
      from = match.index + match[0].length;
    }
    if (from < paragraph.length) parts.push({ kind: 'words', text: paragraph.slice(from) });
    return parts;
  });
}
