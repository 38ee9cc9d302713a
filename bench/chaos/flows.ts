import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FlowDocument } from '#protocol/flow.schema';
import { readFlow } from '../../api/flows/read-flow';

export interface FlowFile {
  readonly name: string;
  readonly yaml: string;
  readonly document: FlowDocument;
}

const folder = join(__dirname, '../../flows');

/** Every flow that is shipped, as the product reads it. */
export function shippedFlows(only: readonly string[] | null): FlowFile[] {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace(/\.yaml$/, ''));
  const strange = only?.filter((name) => !names.includes(name)) ?? [];
  if (strange.length > 0) throw new Error(`flows are: ${names.join(', ')}`);
  return names.filter((name) => only?.includes(name) ?? true).map(read);
}

function read(name: string): FlowFile {
  const yaml = readFileSync(join(folder, `${name}.yaml`), 'utf8');
  const { document, faults } = readFlow(yaml);
  if (!document) throw new Error(`flows/${name}.yaml is faulty: ${JSON.stringify(faults)}`);
  return { name, yaml, document };
}
