import { isPassing } from '../../../../api/result';
import { openPicture } from './file-kind';
import type { KeptSeal, KeptSheet, ShownSheet, Turn, UploadState } from './kept-sheet';
import { adopted, inOrder, isSealed, sealOf, withServer } from './sheet-list';
import type { KeeperParts, NotTaken, SheetsState } from './sheets-state';

const waiting: UploadState = { at: 'waiting' };

/** Keeps the sheets of one paper on this device, brings them to the server, and has sets of them confirmed. */
export class SheetKeeper {
  private readonly listeners = new Set<() => void>();
  private readonly late = new Set<string>();
  private readonly stop = new AbortController();
  private wake: () => void = () => undefined;
  private state: SheetsState = {
    ...{ sheets: [], server: null, notTaken: [], keptHere: true },
    ...{ sealing: false, sealed: false, refused: null, removed: null },
  };

  private constructor(private readonly parts: KeeperParts) {}

  /** Finds what an earlier page left here, or what another device of this position has brought to the server. */
  static async open(parts: KeeperParts): Promise<SheetKeeper> {
    const keeper = new SheetKeeper(parts);
    const kept = await parts.shelf.sheetsOf(parts.paper);
    keeper.become({ sheets: kept.map((sheet) => ({ ...sheet, upload: waiting })) });
    void keeper.begin();
    return keeper;
  }

  readonly current = (): SheetsState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  close(): void {
    this.stop.abort();
    this.wake();
  }

  /** Asks the server what it has. */
  async refresh(): Promise<void> {
    const result = await this.parts.read();
    if (!result.ok || this.stop.signal.aborted) return;
    this.become({ server: result.value, sheets: withServer(this.state.sheets, result.value) });
  }

  /** Takes pictures into the list; `at` names the sheet whose place the first of them takes. */
  async add(files: readonly File[], at: string | null = null): Promise<void> {
    this.become({ notTaken: [] });
    let old = this.state.sheets.find(({ id }) => id === at);
    for (const file of files) {
      if (await this.take(file, old)) old = undefined;
    }
    this.wake();
  }

  async turn(id: string): Promise<void> {
    await this.change(id, ({ turn }) => ({ turn: ((turn + 90) % 360) as Turn }));
  }

  /** One place towards the beginning (-1) or the end (1). */
  async move(id: string, by: -1 | 1): Promise<void> {
    const { sheets } = this.state;
    const from = sheets.findIndex((sheet) => sheet.id === id);
    const [one, other] = [sheets[from], sheets[from + by]];
    if (!one || !other) return;
    await this.change(one.id, () => ({ place: other.place }));
    await this.change(other.id, () => ({ place: one.place }));
  }

  async remove(id: string): Promise<void> {
    const removed = this.state.sheets.find((sheet) => sheet.id === id) ?? null;
    await this.drop(id);
    this.become({ removed });
  }

  async putBack(): Promise<void> {
    const { removed, sheets } = this.state;
    if (!removed || sheets.length >= this.parts.most) return;
    await this.keep(removed);
    this.become({ removed: null, sheets: [...sheets, removed] });
    this.wake();
  }

  /** Confirms what stands in the list; tried until it is answered, also by a page that comes later. */
  async seal(): Promise<void> {
    const sheets = sealOf(this.state.sheets);
    if (!sheets || this.state.sealing) return;
    const { newId, shelf, paper } = this.parts;
    const seal: KeptSeal = { commandId: newId(), setId: newId(), sheets };
    this.become({ sealing: true, refused: null, removed: null });
    await shelf.putHand({ paper, seal });
    await this.sendSeal(seal);
  }

  private async begin(): Promise<void> {
    const { shelf, paper } = this.parts;
    void this.convey();
    const hand = await shelf.handOf(paper);
    if (hand?.seal) void this.sendSeal(hand.seal);
    for (let attempt = 0; !this.state.server && !this.stop.signal.aborted; attempt += 1) {
      await this.refresh();
      if (!this.state.server) await this.parts.wait(attempt, this.stop.signal);
    }
    const { server, sheets } = this.state;
    if (hand || !server || sheets.length > 0) return;
    for (const sheet of adopted(server, this.parts)) {
      await this.keep(sheet);
      this.become({ sheets: [...this.state.sheets, { ...sheet, upload: waiting }] });
    }
    this.become({ sheets: withServer(this.state.sheets, server) });
  }

  private async sendSeal(seal: KeptSeal): Promise<void> {
    const { shelf, paper, wait } = this.parts;
    const { signal } = this.stop;
    this.become({ sealing: true });
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      const result = await this.parts.seal(seal);
      if (signal.aborted) return;
      if (result.ok || !isPassing(result.no)) {
        await shelf.putHand({ paper, seal: null });
        await this.refresh();
        const refused = result.ok ? null : { no: result.no, requestId: result.requestId };
        return this.become({ sealing: false, refused });
      }
      await wait(attempt, signal);
    }
  }

  /** The picture is stored here before anything else is done with it; `old` makes room for it in the same moment. */
  private async take(file: File, old: ShownSheet | undefined): Promise<boolean> {
    const refuse = (why: NotTaken['why']): false => {
      this.become({ notTaken: [...this.state.notTaken, { name: file.name, why }] });
      return false;
    };
    const { paper, most, newId, digestOf, lookAt } = this.parts;
    const place = old?.place ?? this.nextPlace();
    const others = (): readonly ShownSheet[] => this.state.sheets.filter(({ id }) => id !== old?.id);
    if (others().length >= most) return refuse('TOO_MANY_SHEETS');
    const opened = await openPicture(file);
    if ('why' in opened) return refuse(opened.why);
    const { bytes, type } = opened;
    const blob = new Blob([bytes], { type });
    const fresh = { thumb: null, look: null, turn: 0, digest: null } as const;
    const sheet = { id: newId(), paper, place, type, bytes: blob.size, blob, ...fresh };
    await this.keep(sheet);
    const digest = await digestOf(bytes);
    if (this.state.sheets.some((known) => known.digest === digest)) {
      await this.parts.shelf.remove(sheet.id);
      return refuse('TWICE');
    }
    this.become({ sheets: [...others(), { ...sheet, digest, upload: waiting }], removed: null });
    if (old) await this.parts.shelf.remove(old.id);
    await this.change(sheet.id, () => ({ digest }));
    this.wake();
    const seen = await lookAt(blob);
    if (seen) await this.change(sheet.id, () => seen);
    return true;
  }

  private nextPlace(): number {
    return (this.state.sheets.at(-1)?.place ?? -1) + 1;
  }

  private async drop(id: string): Promise<void> {
    this.become({ sheets: this.state.sheets.filter((sheet) => sheet.id !== id) });
    await this.parts.shelf.remove(id);
  }

  private async keep({ upload: _, ...sheet }: KeptSheet & { readonly upload?: UploadState }): Promise<void> {
    const { shelf, paper } = this.parts;
    const kept = await shelf.put(sheet);
    if (!kept) this.become({ keptHere: false });
    if (!(await shelf.handOf(paper))) await shelf.putHand({ paper, seal: null });
  }

  private async change(id: string, by: (sheet: ShownSheet) => Partial<KeptSheet>): Promise<void> {
    const changed = this.put(id, by);
    if (changed) await this.keep(changed);
  }

  private put(id: string, by: (sheet: ShownSheet) => Partial<ShownSheet>): ShownSheet | undefined {
    const sheets = this.state.sheets.map((sheet) => (sheet.id === id ? { ...sheet, ...by(sheet) } : sheet));
    this.become({ sheets });
    return sheets.find((sheet) => sheet.id === id);
  }

  /** One sheet after the other, in their order; what did not go is tried again. */
  private async convey(): Promise<void> {
    const { signal } = this.stop;
    for (let failures = 0; !signal.aborted;) {
      const next = this.state.sheets.find(
        ({ id, upload, blob, digest }) => upload.at === 'waiting' && blob && digest && !this.late.has(id),
      );
      if (!next) await new Promise<void>((resolve) => (this.wake = resolve));
      else if (await this.send(next)) failures = 0;
      else await this.parts.wait(failures++, signal);
    }
  }

  private async send({ id, blob, digest, type }: ShownSheet): Promise<boolean> {
    if (!blob || !digest) return false;
    const become = (upload: UploadState) => this.put(id, () => ({ upload }));
    const onPart = (part: number) => become(part < 1 ? { at: 'sending', part } : { at: 'checking' });
    become({ at: 'sending', part: 0 });
    const outcome = await this.parts.upload({ blob, digest, type, onPart, signal: this.stop.signal });
    if (this.stop.signal.aborted) return false;
    switch (outcome.at) {
      case 'ready':
        become({ at: 'ready', url: null });
        void this.refresh();
        return true;
      case 'refused':
        become(outcome);
        return true;
      case 'again':
        become(waiting);
        return false;
      case 'stopped':
        become(waiting);
        // After the last seal only what was confirmed is taken: one that was not must not hold up the others.
        if (outcome.no.refused === 'TOO_LATE') this.late.add(id);
        else this.become({ refused: { no: outcome.no, requestId: null } });
        return false;
    }
  }

  private become(changes: Partial<SheetsState>): void {
    const next = { ...this.state, ...changes };
    const sheets = inOrder(next.sheets);
    this.state = { ...next, sheets, sealed: isSealed(sheets, next.server) };
    this.listeners.forEach((tell) => tell());
  }
}
