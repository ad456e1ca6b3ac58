import type { Row } from './rows';

/**
 * The rows that VS Code was given, each made when its parent is opened. As long as those that it has opened look the
 * same they stay the very same objects, and it need not be told of a change: that would end a hover and a drag.
 */
export class ShownRows {
  private roots: readonly Row[] | undefined;
  private stale = true;
  private readonly parents = new WeakMap<Row, Row>();
  private readonly opened = new WeakMap<Row, readonly Row[]>();
  /** The newest row in the place of one that VS Code holds and has not opened: it may still ask what is in it. */
  private readonly newest = new WeakMap<Row, Row>();

  /** @param build gives the top rows anew */
  constructor(private readonly build: () => readonly Row[]) {}

  /** What the rows are made from has changed. */
  refresh(): void {
    this.stale = true;
  }

  /** The top rows; other objects when anything that was opened looks different. */
  top(): readonly Row[] {
    if (this.stale || this.roots === undefined) {
      this.stale = false;
      const next = this.build();
      if (this.roots === undefined || !this.looksSame(this.roots, next)) this.roots = next;
    }
    return this.roots;
  }

  childrenOf(parent: Row): readonly Row[] {
    let children = this.opened.get(parent);
    if (children === undefined) {
      children = (this.newest.get(parent) ?? parent).children?.() ?? [];
      this.opened.set(parent, children);
      for (const child of children) this.parents.set(child, parent);
    }
    return children;
  }

  parentOf(row: Row): Row | undefined {
    return this.parents.get(row);
  }

  private looksSame(before: readonly Row[], after: readonly Row[]): boolean {
    return (
      before.length === after.length &&
      before.every((row, i) => {
        const other = after[i]!;
        if (!sameRow(row, other)) return false;
        const opened = this.opened.get(row);
        if (opened !== undefined) return this.looksSame(opened, this.childrenOf(other));
        this.newest.set(row, other);
        return true;
      })
    );
  }
}

function sameRow(a: Row, b: Row): boolean {
  return (
    a.id === b.id &&
    a.label === b.label &&
    a.description === b.description &&
    a.icon === b.icon &&
    a.color === b.color &&
    a.copy === b.copy &&
    (a.children === null) === (b.children === null) &&
    a.tooltip() === b.tooltip() &&
    JSON.stringify(a.place) === JSON.stringify(b.place)
  );
}
