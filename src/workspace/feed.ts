/** Values that come bit by bit, for any number of readers, each of which gets them all. */
export class Feed<T> implements AsyncIterable<T> {
  private readonly values: T[] = [];
  private ended = false;
  private wake: () => void = () => undefined;
  private more = this.nextMore();

  push(value: T): void {
    this.values.push(value);
    this.tell();
  }

  /** Nothing more comes. */
  end(): void {
    this.ended = true;
    this.tell();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    for (let i = 0; ;) {
      if (i < this.values.length) yield this.values[i++]!;
      else if (this.ended) return;
      else await this.more;
    }
  }

  private tell(): void {
    this.wake();
    this.more = this.nextMore();
  }

  private nextMore(): Promise<void> {
    return new Promise((resolve) => (this.wake = resolve));
  }
}
