import { holds } from '#protocol/policies';
import type { FlowDocument } from '#protocol/flow.schema';
import { Exam } from '#models/exam';
import { Room } from '#models/room';
import type { RoomPlace } from '../access/places';
import type { StaffPrincipal } from '../access/principal';
import { AppError } from '../errors';
import type { Parts } from '../parts';
import { examCard, stepTextsOf, windowOf } from '../sittings/cards';
import { questionsOf } from '../sittings/questions';

const DEFAULT_MINUTES = 20;

/** Everything a console shows at first. Questions are for those who may dispatch them. */
export async function openConsole(parts: Parts, who: StaffPrincipal, place: RoomPlace) {
  const { dataSource, live, clock, publishedFlow } = parts;
  const [room, exam, console] = await Promise.all([
    dataSource.getRepository(Room).findOneBy({ id: place.roomId }),
    dataSource.getRepository(Exam).findOneBy({ id: place.examId }),
    live.consoles(who, place),
  ]);
  if (!room || !exam) throw new AppError('NOT_FOUND');
  const document = exam.flowVersionId === null ? null : await publishedFlow(exam.flowVersionId);
  return {
    serverTime: clock(),
    exam: examCard(exam),
    window: windowOf(exam),
    room: { id: room.id, name: room.name, view: console.room },
    flow: presentFlow(document, who),
    rows: console.rows,
    staff: console.staff,
  };
}

function presentFlow(document: FlowDocument | null, { role }: StaffPrincipal) {
  if (!document) return { steps: [], expectedMinutes: DEFAULT_MINUTES, questions: [], criteria: [] };
  const waiting = document.steps.find((step) => step.kind === 'waiting');
  const questions = holds(role, 'dispatch a question') ? questionsOf(document) : [];
  return {
    steps: stepTextsOf(document),
    expectedMinutes: waiting?.expectedMinutes ?? DEFAULT_MINUTES,
    questions: questions.map(({ id, title, text = null, pdf }) => ({
      id,
      title,
      text,
      hasPdf: Boolean(pdf),
    })),
    criteria: holds(role, 'sit in the exam room') ? criteriaOf(document) : [],
  };
}

export const criteriaOf = (document: FlowDocument) =>
  document.steps.flatMap((step) => (step.kind === 'interview' ? step.criteria : []));
