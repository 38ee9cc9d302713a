import { Schema, type Node, type MarkSpec, type NodeSpec } from 'prosemirror-model';
import type { RichBlock } from '#protocol/paper.schema';

export type BlockKind = RichBlock['kind'];
type Run = RichBlock['runs'][number];

const block = (tag: string, className: string, from: readonly string[]): NodeSpec => ({
  content: 'text*',
  group: 'block',
  defining: true,
  parseDOM: from.map((selector) => ({ tag: selector })),
  toDOM: () => [tag, { class: className }, 0],
});

const mark = (tag: string, from: readonly string[]): MarkSpec => ({
  parseDOM: from.map((selector) => ({ tag: selector })),
  toDOM: () => [tag, 0],
});

/** Flat, as answers are kept: blocks of text one under the other. What is pasted loses all else. */
export const essaySchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    p: block('p', 'p', ['p', 'div']),
    heading: block('h4', 'heading', ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']),
    bullet: block('p', 'bullet', ['p.bullet', 'ul > li']),
    number: block('p', 'number', ['p.number', 'ol > li']),
    quote: block('blockquote', 'quote', ['blockquote']),
    text: {},
  },
  marks: {
    bold: mark('strong', ['strong', 'b']),
    italic: mark('em', ['em', 'i']),
    underline: mark('u', ['u']),
    sub: { ...mark('sub', ['sub']), excludes: 'sub sup' },
    sup: { ...mark('sup', ['sup']), excludes: 'sub sup' },
  },
});

const simple = ['bold', 'italic', 'underline'] as const;

function nodeOf({ text, raised, ...styles }: Run): Node {
  const names = [...simple.filter((name) => styles[name]), ...(raised ? [raised] : [])];
  return essaySchema.text(
    text,
    names.map((name) => essaySchema.mark(name)),
  );
}

export function docOf(blocks: readonly RichBlock[]): Node {
  const nodes = blocks.map(({ kind, runs }) =>
    essaySchema.node(kind, null, runs.filter(({ text }) => text !== '').map(nodeOf)),
  );
  return essaySchema.node('doc', null, nodes.length > 0 ? nodes : [essaySchema.node('p')]);
}

function runOf(node: Node): Run {
  const has = (name: string): boolean => node.marks.some(({ type }) => type.name === name);
  const raised = has('sub') ? 'sub' : has('sup') ? 'sup' : null;
  const styles = Object.fromEntries(simple.filter(has).map((name) => [name, true as const]));
  return { text: node.text ?? '', ...styles, ...(raised && { raised }) };
}

export function blocksOf(doc: Node): RichBlock[] {
  return doc.children.map((node) => ({
    kind: node.type.name as BlockKind,
    runs: node.children.map(runOf),
  }));
}
