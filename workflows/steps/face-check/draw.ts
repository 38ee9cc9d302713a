import { CHALLENGES, type Challenge } from '#protocol/face';

/** Different challenges in an order that the candidate cannot know before. */
export const drawChallenges = (wanted: number, random: () => number): Challenge[] => {
  const left: Challenge[] = [...CHALLENGES];
  const drawn: Challenge[] = [];
  while (drawn.length < wanted && left.length > 0) {
    drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  }
  return drawn;
};

/** Ties pictures to one attempt; it is not a secret. */
export const drawNonce = (random: () => number): string =>
  Array.from({ length: 4 }, () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  ).join('');
