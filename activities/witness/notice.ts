import { IsNull, MoreThan, type DataSource } from 'typeorm';
import { ulid } from 'ulid';
import { OurOutage } from '#models/our-outage';
import { differenceOf, type Span } from '#protocol/spans';
import { gapsIn, isSilentNow } from './gaps';

/** What is left of a gap between two that are known already is no outage. */
const SHORTEST_MS = 1_000;

/** Gaps that ended after `since` and are in no row yet. */
const unknownSince = async (source: DataSource, since: number): Promise<Span[]> => {
  const gaps = await gapsIn(source, since);
  const first = gaps[0];
  if (!first) return [];
  const known = await source.getRepository(OurOutage).findBy({ toAt: MoreThan(first.from) });
  const taken = known.map(({ fromAt: from, toAt: to }) => ({ from, to }));
  return differenceOf(gaps, taken).filter(({ from, to }) => to - from >= SHORTEST_MS);
};

/** Writes down what was found, once, however many notice it at the same time. @returns how many were new here */
export const noticeOutages = async (source: DataSource, since: number, now: number): Promise<number> => {
  const found = await unknownSince(source, since);
  if (found.length === 0) return 0;
  const rows = found.map(({ from, to }) => ({
    ...{ id: ulid(), fromAt: from, toAt: to, noticedAt: now, bookedAt: null },
  }));
  await source.createQueryBuilder().insert().into(OurOutage).values(rows).orIgnore().execute();
  return found.length;
};

/** A gap that ended is noticed within seconds; this is long enough to find one that nobody noticed yet. */
const FRESH_MS = 10 * 60_000;

/** True while an outage of ours lasts, or is over and has not reached every room yet: then no deadline is right. */
export const isOursUnbooked = async (source: DataSource, now: number): Promise<boolean> => {
  const [unbooked, lasts, unknown] = await Promise.all([
    source.getRepository(OurOutage).existsBy({ bookedAt: IsNull() }),
    isSilentNow(source, now),
    unknownSince(source, now - FRESH_MS),
  ]);
  return unbooked || lasts || unknown.length > 0;
};
