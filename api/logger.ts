import { pino, stdSerializers, type Logger } from 'pino';

/** A failed query carries its values: names and hashes of people, which have no place in a log. */
function withoutValues(error: Error): object {
  const { type, message, stack, code } = stdSerializers.err(error) as Record<string, unknown>;
  return { type, message: String(message).slice(0, 500), stack, code };
}

/** One line of JSON an event, to standard output. */
export const createLogger = (level: string): Logger =>
  pino({ level, base: { part: 'api' }, serializers: { err: withoutValues } });
