import { z } from 'zod';
import type { FlowFault } from '#contract/flows';
import { flowDocument, type FlowDocument } from '#protocol/flow.schema';
import { localText, type LocalText } from '#protocol/text.schema';
import { stepConfig } from '#steps/schemas';
import { wordsOf } from './issue-words';
import { rules, type PlacedStep, type RuleContext } from './rules';
import { readYaml, type Path, type YamlSource } from './yaml-source';

export type FlowReading =
  | { readonly document: FlowDocument; readonly faults: readonly [] }
  | { readonly document: null; readonly faults: readonly FlowFault[]; readonly name: LocalText | null };

/**
 * Reads a flow file as an administrator wrote it: the flow, or every fault at once with line, column, path and a
 * sentence in both languages.
 */
export function readFlow(yaml: string, pdfs: RuleContext['pdfs'] = null): FlowReading {
  const source = readYaml(yaml);
  if ('faults' in source) return { document: null, faults: source.faults, name: null };
  const { steps, kinds, faults: malformed } = readSteps(source);
  const found = rules.flatMap((rule) => rule(steps, { kinds, pdfs }));
  const faults = [
    ...readFrame(source),
    ...malformed,
    ...found.map((one) => source.faultAt(one.path, one.message)),
  ];
  if (faults.length === 0) return { document: flowDocument.parse(source.value), faults: [] };
  return { document: null, faults: faults.toSorted(byPlace), name: nameOf(source.value) };
}

/** Everything around the steps, so that a faulty step hides nothing else. */
const frame = flowDocument.extend({ steps: z.array(z.unknown()).min(1).max(40) });

const readFrame = (source: YamlSource): FlowFault[] => faultsOf(frame, source, []);

function readSteps(source: YamlSource) {
  const listed = valueAt(source.value, ['steps']);
  const items: readonly unknown[] = Array.isArray(listed) ? listed.slice(0, 40) : [];
  const read = items.map((item, at) => ({ at, parsed: stepConfig.safeParse(item) }));
  const steps: PlacedStep[] = read.flatMap(({ at, parsed }) =>
    parsed.success ? [{ at, step: parsed.data }] : [],
  );
  const kinds = items.map((item) => valueAt(item, ['kind']));
  const faults = read.flatMap(({ at, parsed }) =>
    parsed.success ? [] : faultsOf(stepConfig, source, ['steps', at]),
  );
  return { steps, kinds, faults };
}

function faultsOf(schema: z.ZodType, source: YamlSource, at: Path): FlowFault[] {
  const parsed = schema.safeParse(valueAt(source.value, at));
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => {
    const path = [...at, ...issue.path] as Path;
    const shown = issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path;
    return source.faultAt(shown, wordsOf(issue, valueAt(source.value, path)));
  });
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );
}

const nameOf = (value: unknown): LocalText | null =>
  localText.safeParse(valueAt(value, ['name'])).data ?? null;

const byPlace = (one: FlowFault, other: FlowFault): number =>
  (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);
