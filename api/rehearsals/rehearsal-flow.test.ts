import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flowDocument, type FlowDocument } from '#protocol/flow.schema';
import { readFlow } from '../flows/read-flow';
import { rehearsalFlow } from './rehearsal-flow';

const interview = readFlow(readFileSync(join(__dirname, '../../flows/interview.yaml'), 'utf8'))
  .document as FlowDocument;
const kinds = ({ steps }: FlowDocument) => steps.map(({ kind }) => kind);

describe('the path of a rehearsal', () => {
  it('is that of the exam without the comparing of faces', () =>
    expect(kinds(rehearsalFlow(interview))).toEqual(
      kinds(interview).filter((kind) => kind !== 'face-check'),
    ));

  it('is a flow like any other', () => {
    const parsed = flowDocument.safeParse(rehearsalFlow(interview));
    expect(parsed.error).toBeUndefined();
  });

  it('shows nothing of the panel’s questions and criteria', () => {
    const text = JSON.stringify(rehearsalFlow(interview));
    const step = interview.steps.find(({ kind }) => kind === 'interview');
    const questions = step?.kind === 'interview' ? step.questions : [];
    expect(questions.length).toBeGreaterThan(0);
    for (const { title } of questions) expect(text).not.toContain(title.zh);
    expect(rehearsalFlow(interview).steps.at(-1)).toMatchObject({ criteria: [] });
  });

  it('has a device check, a waiting area and a room where the exam has none', () => {
    const bare: FlowDocument = {
      name: interview.name,
      steps: interview.steps.filter(({ kind }) => kind === 'notice'),
    };
    expect(kinds(rehearsalFlow(bare))).toEqual(['notice', 'device-check', 'waiting', 'interview']);
  });

  it('never names two steps alike', () => {
    const notice = interview.steps.find(({ kind }) => kind === 'notice');
    if (!notice) throw new Error('the preset has a notice');
    const steps = [{ ...notice, id: 'interview' }];
    const ids = rehearsalFlow({ name: interview.name, steps }).steps.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
