/** Something that has to be given back. VS Code's own Disposable is a class; this is all that is asked of it. */
export interface Disposable {
  dispose(): void;
}

/** Collects what must be given back and gives it back in reverse order, once. Late additions go at once. */
export class Disposables implements Disposable {
  private items: { dispose(): unknown }[] = [];
  private disposed = false;

  add<T extends { dispose(): unknown }>(item: T): T {
    if (this.disposed) item.dispose();
    else this.items.push(item);
    return item;
  }

  /** For clean-up that is a function. */
  onDispose(run: () => void): void {
    this.add({ dispose: run });
  }

  dispose(): void {
    this.disposed = true;
    const items = this.items.reverse();
    this.items = [];
    for (const item of items) item.dispose();
  }
}
