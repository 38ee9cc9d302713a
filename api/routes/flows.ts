import { Exam } from '#models/exam';
import { FlowVersion } from '#models/flow-version';
import { audit } from '../audit';
import type { Handlers } from '../call';
import { AppError } from '../errors';
import { presentFlows, presentVersion } from '../flows/present-flows';
import { publishFlow } from '../flows/publish-flow';
import { listPdfs } from '../flows/question-pdfs';
import { readFlow } from '../flows/read-flow';
import type { Parts } from '../parts';
import { namesOf } from '../staff-names';

type Names = 'listFlows' | 'readFlowVersion' | 'checkFlow' | 'publishFlow' | 'attachFlow';

export const flowRoutes = (parts: Parts): Handlers<Names> => {
  const { dataSource, env } = parts;
  const read = async (yaml: string) => readFlow(yaml, await listPdfs(env.FLOWS_DIR));

  return {
    listFlows: async ({ who }) => presentFlows(dataSource, who),

    readFlowVersion: async ({ params, who, receivedAt }) => {
      const version = await dataSource.getRepository(FlowVersion).findOneBy({ id: params.versionId });
      if (!version) throw new AppError('NOT_FOUND');
      // Questions are in it: whoever read them before the exam is known afterwards.
      await audit(dataSource, { by: who, at: receivedAt, action: 'flow.read', subject: version.id });
      const nameOf = await namesOf(dataSource, [version.publishedBy]);
      return { version: presentVersion(version, nameOf), yaml: version.yaml };
    },

    checkFlow: async ({ body }) => {
      const reading = await read(body.yaml);
      const name = reading.document ? reading.document.name : reading.name;
      return { faults: [...reading.faults], name };
    },

    publishFlow: async ({ body: { key, yaml }, who, receivedAt }) => {
      const { document, faults } = await read(yaml);
      if (!document) throw new AppError('FLOW_FAULTY', { faults });
      const version = await publishFlow(parts, { key, yaml, document, by: who, at: receivedAt });
      return presentVersion(version, () => who.name);
    },

    attachFlow: async ({ params: { examId }, body: { flowVersionId }, who, receivedAt }) => {
      if (!(await dataSource.getRepository(FlowVersion).existsBy({ id: flowVersionId })))
        throw new AppError('NOT_FOUND');
      await dataSource.transaction(async (manager) => {
        const exams = manager.getRepository(Exam);
        const exam = await exams.findOneOrFail({
          where: { id: examId },
          lock: { mode: 'pessimistic_write' },
        });
        await exams.update({ id: examId }, { flowVersionId });
        const details = { from: exam.flowVersionId, to: flowVersionId };
        await audit(manager, {
          by: who,
          at: receivedAt,
          action: 'exam.attach-flow',
          subject: examId,
          details,
        });
      });
      return { flowVersionId };
    },
  };
};
