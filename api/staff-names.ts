import { In, type DataSource } from 'typeorm';
import { Staff } from '#models/staff';

/** Names of those who appear as `staff:<id>` in records; everybody else keeps his word (`system`, `candidate`). */
export async function namesOf(
  dataSource: DataSource,
  bys: Iterable<string | null>,
): Promise<(by: string) => string | null> {
  const ids = [...new Set(bys)].flatMap((by) =>
    by?.startsWith('staff:') ? [by.slice('staff:'.length)] : [],
  );
  if (ids.length === 0) return () => null;
  const staff = await dataSource
    .getRepository(Staff)
    .find({ where: { id: In(ids) }, select: { id: true, name: true } });
  const names = new Map(staff.map(({ id, name }) => [`staff:${id}`, name]));
  return (by) => names.get(by) ?? null;
}
