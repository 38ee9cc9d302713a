/** The part of JSON Schema that our schemas come out as. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly additionalProperties?: boolean | Schema;
  readonly $ref?: string;
}

/** A JSON schema as a person writes a type down. */
export const shapeOf = (schema: object): string => write(schema as Schema, '');

function write(schema: Schema, indent: string): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return unique(choices.map((choice) => write(choice, indent))).join(' | ');
  if (schema.allOf) return schema.allOf.map((each) => write(each, indent)).join(' & ');
  if (schema.$ref) return 'json';
  if (schema.items) return `${grouped(write(schema.items, indent))}[]`;
  if (schema.properties) return writeFields(schema, indent);
  if (typeof schema.additionalProperties === 'object')
    return `{ [name]: ${write(schema.additionalProperties, indent)} }`;
  return typeof schema.type === 'string' ? schema.type : 'json';
}

function writeFields({ properties = {}, required = [] }: Schema, indent: string): string {
  const inner = `${indent}  `;
  const fields = Object.entries(properties).map(
    ([name, field]) => `${inner}${name}${required.includes(name) ? '' : '?'}: ${write(field, inner)}`,
  );
  return fields.length === 0 ? '{}' : `{\n${fields.join('\n')}\n${indent}}`;
}

const unique = (parts: readonly string[]): readonly string[] => [...new Set(parts)];
const grouped = (text: string): string => (text.includes(' | ') ? `(${text})` : text);
