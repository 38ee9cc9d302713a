import { lackCodes, type Lack } from '../media/capabilities';
import { mediaFaults, type MediaFault } from '../media/faults';
import { common as en } from './en/common';
import { common as zh } from './zh/common';

type Sentences = { readonly what: string; readonly todo: string };

// These two lines do not compile where a fault or a lack has no sentences.
const faults: readonly Record<MediaFault, Sentences>[] = [zh.faults, en.faults];
const lacks: readonly Record<Lack, Sentences>[] = [zh.lacks, en.lacks];

describe('the words for devices', () => {
  it.each(mediaFaults)('say what %s is and what to do', (fault) =>
    faults.forEach((words) => {
      expect(words[fault].what).toMatch(/[。.]$/);
      expect(words[fault].todo).toMatch(/[。.]$/);
    }),
  );
  it.each(lackCodes)('say what %s costs and what to do', (lack) =>
    lacks.forEach((words) => {
      expect(words[lack].what).toMatch(/[。.]$/);
      expect(words[lack].todo).toMatch(/[。.]$/);
    }),
  );
  it('say nothing of faults that are not known', () => {
    expect(Object.keys(zh.faults).sort()).toEqual([...mediaFaults].sort());
    expect(Object.keys(zh.lacks).sort()).toEqual([...lackCodes].sort());
  });
});
