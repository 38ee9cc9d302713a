import { useTranslation } from 'react-i18next';
import { pageFact } from '#steps/proctored/schema';
import { faceFailure } from '#steps/face-check/schema';
import { clockSeconds, clockTime } from '../../i18n/times';
import { useDuration } from '../../i18n/use-duration';
import { useLocalText } from '../../i18n/use-language';
import { useServerClock } from '../../ui/server-clock';
import { useConsoleContext } from '../console/context';
import { isKnownKind } from './kinds';
import type { RecordedEvent } from './use-record';

interface EventWords {
  readonly what: string;
  /** Why, as it was given or found. */
  readonly why: string | null;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

const requirements = {
  camera: 'first',
  microphone: 'microphone',
  bell: 'bell',
  'second-camera': 'second',
} as const;
const verdicts = ['same', 'different', 'unsure'] as const;
/** What a sentence counts by, whichever its event has. */
const numbers = ['attempt', 'missed', 'position', 'version', 'n', 'span'] as const;
const causes = ['staff', 'clock', 'room-closed', 'finished'] as const;
const one = <T extends string>(all: readonly T[], value: unknown): T | null =>
  all.find((each) => each === value) ?? null;

/** Reasons that are codes of ours; any other was written by somebody. */
const found = [...faceFailure.options, 'review', 'by-card'] as const;

/** Says an event of the record in words: codes and figures of its details become a sentence. */
export function useEventWords(): (event: RecordedEvent) => EventWords {
  const { t } = useTranslation('staff');
  const local = useLocalText();
  const duration = useDuration();
  const { zone } = useServerClock();
  const { view } = useConsoleContext();
  const { steps, questions } = view.start.flow;
  const titleOf = (
    all: readonly { id: string; title: { zh: string; en: string } }[],
    id: unknown,
  ): string => {
    const named = all.find((each) => each.id === id);
    return named ? local(named.title) : '';
  };
  return ({ kind, stepId, details }) => {
    const requirement = one(Object.keys(requirements) as (keyof typeof requirements)[], details.requirement);
    const verdict = one(verdicts, details.verdict);
    const cause = one(causes, details.cause);
    const fact = one(pageFact.options, details.fact);
    const reason = one(found, details.reason);
    const words = {
      step: titleOf(steps, stepId),
      question: titleOf(questions, details.question) || t('record.aQuestion'),
      time: duration(number(details.ms ?? details.totalMs)),
      from: clockSeconds(number(details.from), zone),
      to: clockSeconds(number(details.to), zone),
      until: clockTime(number(details.until ?? details.expiresAt), zone),
      n: String(number(numbers.map((name) => details[name]).find((each) => each !== undefined))),
      left: String(number(details.left)),
      version: text(details.version),
      opens: clockTime(number(details.opensAt), zone),
      sheets: String(number(details.sheets)),
      what: requirement ? t(`conditions.${requirements[requirement]}`) : '',
      verdict: verdict ? t(`identity.${verdict}`) : '',
      fact: fact ? t(`record.facts.${fact}`) : '',
      cause: cause ? t(`record.causes.${cause}`) : '',
    };
    const nothing = kind === 'clock.credit' && details.from === details.to;
    const known = isKnownKind(kind) ? t(`record.kinds.${kind}`, words) : t('record.other', { kind });
    return {
      what: nothing ? t('record.gaveNothing', words) : known,
      why: reason ? t(`identity.reason.${reason}`) : text(details.reason) || null,
    };
  };
}
