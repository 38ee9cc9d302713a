import { facesOf, startingFace } from './faces';

const flow = (...kinds: string[]) => kinds.map((kind) => ({ kind }));

describe('the faces of a room', () => {
  it('are the waiting area and the exam room of an interview', () =>
    expect(facesOf(flow('pledge', 'waiting', 'interview'))).toEqual(['waiting', 'exam']));
  it('are the waiting area and the hall of a written exam', () =>
    expect(facesOf(flow('cameras', 'paper'))).toEqual(['waiting', 'paper']));
  it('are all three where a paper stands beside an interview', () =>
    expect(facesOf(flow('waiting', 'interview', 'paper'))).toEqual(['waiting', 'exam', 'paper']));
  it('are the waiting area and the wall of an exam that runs elsewhere, where its watchers begin', () => {
    expect(facesOf(flow('cameras', 'proctored'))).toEqual(['waiting', 'wall']);
    expect(startingFace('invigilator', flow('cameras', 'proctored'))).toBe('wall');
    expect(startingFace('waiting-officer', flow('cameras', 'proctored'))).toBe('waiting');
  });
  it('begin where the work of each is', () => {
    expect(startingFace('invigilator', flow('paper'))).toBe('paper');
    expect(startingFace('chief-examiner', flow('paper'))).toBe('paper');
    expect(startingFace('waiting-officer', flow('paper'))).toBe('waiting');
    expect(startingFace('examiner', flow('waiting', 'interview', 'paper'))).toBe('exam');
    expect(startingFace('invigilator', flow('waiting', 'interview', 'paper'))).toBe('paper');
    expect(startingFace('invigilator', flow('waiting', 'interview'))).toBe('waiting');
  });
});
