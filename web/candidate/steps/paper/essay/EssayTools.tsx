import { useTranslation } from 'react-i18next';
import type { Command, EditorState } from 'prosemirror-state';
import { essaySchema, type BlockKind } from './essay-schema';
import styles from './essay.module.css';

interface EssayToolsProps {
  readonly state: EditorState;
  readonly onRun: (command: Command) => void;
  readonly mark: (name: string) => Command;
  readonly block: (name: string) => Command;
}

const marks = ['bold', 'italic', 'underline', 'sub', 'sup'] as const;
const blocks = ['heading', 'bullet', 'number', 'quote'] as const satisfies readonly BlockKind[];

function hasMark({ selection, storedMarks, doc }: EditorState, name: string): boolean {
  const type = essaySchema.mark(name).type;
  const { from, to, empty, $from } = selection;
  return empty ? Boolean(type.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, type);
}

/** How words look. Few on purpose, each by its word. */
export function EssayTools({ state, onRun, mark, block }: EssayToolsProps) {
  const { t } = useTranslation('paper');
  const kind = state.selection.$from.parent.type.name;
  const button = (name: (typeof marks)[number] | (typeof blocks)[number], on: boolean, act: Command) => (
    <button
      key={name}
      type="button"
      className={styles.tool}
      data-tool={name}
      aria-pressed={on}
      // The caret stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onRun(act)}
    >
      {t(`tools.${name}`)}
    </button>
  );
  return (
    <div className={styles.tools} role="toolbar" aria-label={t('tools.all')}>
      {marks.map((name) => button(name, hasMark(state, name), mark(name)))}
      <span className={styles.gap} aria-hidden="true" />
      {blocks.map((name) => button(name, kind === name, block(kind === name ? 'p' : name)))}
    </div>
  );
}
