import { timingSafeEqual } from 'node:crypto';
import { AppError } from '../errors';
import { configKey, requestHash } from './config-key';
import { sebSettings, type ProctoredConfig } from './settings';

/** What SEB says of its keys: of this request in its headers, or of the page, which asked SEB by JavaScript. */
export interface SebProof {
  /** Absolute address that the hashes are of. */
  readonly url: string;
  readonly configKeyHash: string | null;
  readonly browserExamKeyHash: string | null;
}

const equals = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

const isOfKey = ({ url }: SebProof, hash: string | null, key: string): boolean =>
  hash !== null && equals(hash.toLowerCase(), requestHash(url, key));

/** The page's own address, and no other site's: a hash is only worth as much as the address that it is of. */
const isOurs = ({ url }: SebProof, publicUrl: string): boolean =>
  url === publicUrl || url.startsWith(`${publicUrl}/`);

const isGood = (proof: SebProof, step: ProctoredConfig, publicUrl: string): boolean => {
  const key = configKey(sebSettings(step, publicUrl));
  const { browserExamKeys } = step.seb;
  const knowsExam = isOurs(proof, publicUrl) && isOfKey(proof, proof.configKeyHash, key);
  const knowsVersion =
    browserExamKeys.length === 0 ||
    browserExamKeys.some((each) => isOfKey(proof, proof.browserExamKeyHash, each));
  return knowsExam && knowsVersion;
};

/**
 * Which client opened the exam; one good proof is enough. Where an ordinary browser may come too, it need not show any.
 * @throws AppError SEB_REQUIRED where there is no proof, SEB_KEY_WRONG where there are only wrong ones
 */
export function judgeProof(
  step: ProctoredConfig,
  proofs: readonly SebProof[],
  publicUrl: string,
): 'seb' | 'browser' {
  const shown = proofs.filter(({ configKeyHash }) => configKeyHash !== null);
  if (step.client !== 'browser' && shown.some((proof) => isGood(proof, step, publicUrl))) return 'seb';
  if (shown.length > 0 && step.client !== 'browser') throw new AppError('SEB_KEY_WRONG');
  if (step.client === 'seb') throw new AppError('SEB_REQUIRED');
  return 'browser';
}
