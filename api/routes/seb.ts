import { signAddress, verifyAddress } from '#models/storage/address';
import type { Handlers } from '../call';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { judgeProof } from '../seb/judge-proof';
import { proctoredStep, stepOf, stepOfExam } from '../seb/proctored-step';
import { lockedFile, plainFile } from '../seb/seb-file';
import { quitAddress, sebSettings } from '../seb/settings';

type Names = 'openElsewhere' | 'offerSeb' | 'sebFile' | 'lockSebFile';

/** SEB may be installed first, and its file is fetched again when it is started anew. */
const FILE_MS = 12 * 3_600_000;
const TYPE = 'application/seb';

const sealedName = (versionId: string, stepId: string): string => `seb/${versionId}/${stepId}`;

/** Safe Exam Browser: its configuration, and the exam for whoever comes with it. */
export const sebRoutes = (parts: Parts): Handlers<Names> => {
  const { PUBLIC_URL, SIGNING_KEY } = parts.env;
  return {
    openElsewhere: async ({ who: { sittingId }, body, href, header }) => {
      const { config } = await proctoredStep(parts, sittingId);
      const byHeader = {
        url: href,
        configKeyHash: header('x-safeexambrowser-configkeyhash'),
        browserExamKeyHash: header('x-safeexambrowser-requesthash'),
      };
      const client = judgeProof(config, [byHeader, body], PUBLIC_URL);
      const address = config.exam.at === 'address' ? config.exam.address : null;
      return { client, address, quitAddress: client === 'seb' ? quitAddress(PUBLIC_URL) : null };
    },

    offerSeb: async ({ who: { sittingId }, receivedAt }) => {
      const { versionId, config } = await proctoredStep(parts, sittingId);
      const sealed = signAddress(sealedName(versionId, config.id), receivedAt + FILE_MS, SIGNING_KEY);
      const query = `until=${sealed.until}&seal=${encodeURIComponent(sealed.seal)}`;
      const download = `${PUBLIC_URL}/api/seb-files/${versionId}/${config.id}?${query}`;
      return { start: download.replace(/^http/, 'seb'), download };
    },

    sebFile: async ({ params: { versionId, stepId }, query, receivedAt }) => {
      const verdict = verifyAddress(sealedName(versionId, stepId), query, SIGNING_KEY, receivedAt);
      if (verdict !== 'good') throw new AppError('NOT_FOUND');
      const config = await stepOf(parts, versionId, stepId);
      return { type: TYPE, bytes: plainFile(sebSettings(config, PUBLIC_URL)) };
    },

    lockSebFile: async ({ params: { examId, stepId }, body }) => {
      const config = await stepOfExam(parts, examId, stepId);
      return { type: TYPE, bytes: await lockedFile(sebSettings(config, PUBLIC_URL), body.password) };
    },
  };
};
