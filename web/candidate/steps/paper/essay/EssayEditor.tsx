import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { baseKeymap, setBlockType, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { EditorState, type Command } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { RichBlock } from '#protocol/paper.schema';
import { countWords } from './count-words';
import { EssayTools } from './EssayTools';
import { blocksOf, docOf, essaySchema } from './essay-schema';
import styles from './essay.module.css';

interface EssayEditorProps {
  readonly label: string;
  readonly blocks: readonly RichBlock[];
  /** What is asked for; shown and counted, never enforced. */
  readonly words: { readonly from: number; readonly to: number } | null;
  readonly locked: boolean;
  /** Null: emptied again. */
  readonly onWrite: (blocks: RichBlock[] | null) => void;
}

const mark = (name: string): Command => toggleMark(essaySchema.mark(name).type);
const block = (name: string): Command => {
  const type = essaySchema.nodes[name];
  return type ? setBlockType(type) : () => false;
};

const plugins = [
  history(),
  keymap({
    'Mod-z': undo,
    'Mod-y': redo,
    'Shift-Mod-z': redo,
    'Mod-b': mark('bold'),
    'Mod-i': mark('italic'),
    'Mod-u': mark('underline'),
    // A line that was emptied goes back to plain words before it joins the one above.
    Backspace: (state, dispatch) =>
      state.selection.empty && state.selection.$from.parentOffset === 0 ? block('p')(state, dispatch) : false,
  }),
  keymap(baseKeymap),
];

const stateOf = (blocks: readonly RichBlock[]): EditorState =>
  EditorState.create({ doc: docOf(blocks), plugins });

const textOf = (blocks: readonly RichBlock[]): string =>
  blocks.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n');

/** Writes an essay as blocks of runs. What another device wrote replaces it; one's own strokes never do. */
export function EssayEditor({ label, blocks, words, locked, onWrite }: EssayEditorProps) {
  const { t } = useTranslation('paper');
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const [state, setState] = useState(() => stateOf(blocks));
  const write = useRef(onWrite);
  const frozen = useRef(locked);
  const own = useRef(JSON.stringify(blocks));
  useEffect(() => {
    write.current = onWrite;
    frozen.current = locked;
    view.current?.setProps({ editable: () => !locked });
  }, [onWrite, locked]);
  useEffect(() => {
    if (!place.current) return undefined;
    const editor = new EditorView(place.current, {
      state: stateOf(JSON.parse(own.current) as RichBlock[]),
      editable: () => !frozen.current,
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, spellcheck: 'false' },
      dispatchTransaction: (transaction) => {
        const next = editor.state.apply(transaction);
        editor.updateState(next);
        setState(next);
        if (!transaction.docChanged) return;
        const written = blocksOf(next.doc);
        const isEmpty = textOf(written) === '';
        own.current = JSON.stringify(isEmpty ? [] : written);
        write.current(isEmpty ? null : written);
      },
    });
    view.current = editor;
    return () => {
      view.current = null;
      editor.destroy();
    };
  }, [label]);
  useEffect(() => {
    const theirs = JSON.stringify(blocks);
    if (theirs === own.current || !view.current) return;
    own.current = theirs;
    const next = stateOf(blocks);
    view.current.updateState(next);
    setState(next);
  }, [blocks]);
  const run = (command: Command): void => {
    if (!view.current || locked) return;
    command(view.current.state, view.current.dispatch);
    view.current.focus();
  };
  const count = countWords(textOf(blocks));
  return (
    <div className={styles.editor} data-locked={locked || undefined}>
      <EssayTools state={state} onRun={run} mark={mark} block={block} />
      <div ref={place} className={styles.place} />
      <p className={styles.foot}>
        <span>{words ? t('wordsOf', { count, from: words.from, to: words.to }) : t('words', { count })}</span>
        <span>{t('savedByItself')}</span>
      </p>
    </div>
  );
}
