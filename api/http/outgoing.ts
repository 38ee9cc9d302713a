import { z } from 'zod';

/**
 * The twin of a schema that drops what is not declared instead of failing: an answer with a field too many is
 * a defect, but neither a leak nor a reason to stop an exam.
 */
export function dropping(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodObject) return z.object(mapShape(schema.shape as z.core.$ZodShape));
  if (schema instanceof z.ZodArray) return z.array(dropping(schema.element));
  if (schema instanceof z.ZodNullable) return z.nullable(dropping(schema.unwrap()));
  if (schema instanceof z.ZodOptional) return z.optional(dropping(schema.unwrap()));
  if (schema instanceof z.ZodRecord) return z.record(schema.keyType, dropping(schema.valueType));
  if (schema instanceof z.ZodDiscriminatedUnion)
    return z.discriminatedUnion(
      schema.def.discriminator,
      schema.options.map(dropping) as unknown as [z.core.$ZodTypeDiscriminable],
    );
  if (schema instanceof z.ZodUnion) return z.union(schema.options.map(dropping));
  return schema;
}

const mapShape = (shape: z.core.$ZodShape): z.core.$ZodShape =>
  Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, dropping(field)]));

export interface Outgoing {
  readonly value: unknown;
  /** Paths that were dropped; empty for an answer as declared. */
  readonly undeclared: readonly string[];
}

/** Builds the filter once an endpoint: strict first, which is the normal case. */
export function createOutgoing(schema: z.ZodType): (value: unknown) => Outgoing {
  const tolerant = dropping(schema);
  return (value) => {
    const strict = schema.safeParse(value);
    if (strict.success) return { value: strict.data, undeclared: [] };
    const undeclared = strict.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    return { value: z.parse(tolerant, value), undeclared };
  };
}
