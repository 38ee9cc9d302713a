import { join } from 'node:path';
import { Desk } from './desk';
import type { Dice } from './dice';
import type { Hall, Place } from './hall';
import type { Pages } from './judge';
import { Meter } from './meter';
import type { Act } from './plays/plays';
import { Seat } from './seat';

type Guest = Parameters<Act['storm']>[0];

/** Shortest extension of time that an order may give. */
const SHORTEST_MS = 1_000;
/** So many sign in at once. */
const AT_ONCE = 6;

/** Everybody of one hall: guests with the desks of their rooms, and those who only hear. */
export class Company {
  readonly meter = new Meter();
  guests: readonly Guest[] = [];
  desks: readonly Desk[] = [];
  private bystanders: readonly Seat[] = [];
  private cell = 'before';
  private spans = 0;

  private constructor(
    readonly hall: Hall,
    readonly logs: string,
  ) {}

  static async gather(url: string, hall: Hall, folder: string, dice: Dice): Promise<Company> {
    const company = new Company(hall, join(folder, 'acknowledgements', hall.examId));
    const { meter, logs } = company;
    const floor = { url, hall, meter, logs, cell: () => company.cell };
    company.desks = await inGroups(hall.desks, (desk) => Desk.open(floor, desk));
    const seats = await inGroups(hall.guests, (place) => Seat.take(floor, place));
    company.bystanders = await inGroups(hall.bystanders, (place) => Seat.take(floor, place));
    await inGroups(company.bystanders, (seat) => seat.enter());
    company.guests = seats.map((seat, index) => ({
      ...{ seat, index, ownSpan: company.ownSpan },
      desk: company.deskOf(seat.place),
      dice: dice.apart(`guest ${index}`),
    }));
    return company;
  }

  readonly ownSpan = (): number => {
    this.spans += 1;
    return SHORTEST_MS + this.spans;
  };

  /** From now on everything asked belongs to this cell of the table. */
  begin(step: string, target: string): string {
    this.cell = `${target} × ${step}`;
    return this.cell;
  }

  pages(): Pages {
    const seats = [...this.guests.map(({ seat }) => seat), ...this.bystanders];
    return new Map(seats.map((seat) => [seat.place.sittingId, seat.view()]));
  }

  async prepare(act: Act): Promise<void> {
    this.cell = `before ${act.id}`;
    await inGroups(this.guests, (guest) => act.prepare(guest));
  }

  async leave(act: Act): Promise<void> {
    this.cell = `after ${act.id}`;
    await inGroups(this.guests, (guest) => act.leave(guest));
  }

  disperse(): void {
    for (const { seat } of this.guests) seat.close();
    for (const part of [...this.bystanders, ...this.desks]) part.close();
  }

  private deskOf({ roomId }: Place): Desk {
    const desk = this.desks.find((each) => each.roomId === roomId);
    if (!desk) throw new Error(`room ${roomId} has no desk`);
    return desk;
  }
}

async function inGroups<T, R>(all: readonly T[], act: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE)
    done.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(act))));
  return done;
}
