import type { ReviewOutput } from '../review';
import type { OutcomeOnPage, Scene, WorkCount } from './scene';

/** A box of the strategy map, in units of its drawing. */
export type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
} & (
  | { readonly kind: 'outcome'; readonly on: OutcomeOnPage }
  | { readonly kind: 'output'; readonly on: OutcomeOnPage; readonly output: ReviewOutput }
  | { readonly kind: 'work'; readonly on: OutcomeOnPage; readonly work: WorkCount }
);

/** From what serves to what is served. */
export interface Edge {
  readonly from: Box;
  readonly to: Box;
  /** `below` joins an outcome to the one above it; `serves` is a further outcome that an output names. */
  readonly kind: 'below' | 'for' | 'serves';
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly edges: readonly Edge[];
}

const INDENT = 18;
const GAP = 8;
const HEIGHTS = { outcome: 54, output: 48, work: 26 } as const;
const COLUMNS = {
  outcome: { x: 0, width: 330 },
  output: { x: 400, width: 290 },
  work: { x: 750, width: 190 },
} as const;

/** A line to an outcome that is here keeps clear of every output. */
export const OUTPUTS_LEFT = COLUMNS.output.x - 8;

/** Outcomes deeper than this stand where those of this depth do. */
const DEEPEST = 6;

/**
 * Three columns, read from right to left: work serves outputs, outputs serve outcomes, outcomes those above them. Each
 * outcome stands level with the first of its outputs, so that lines between them are short and never cross; only those
 * to further outcomes do.
 */
export function mapLayout(outcomes: readonly OutcomeOnPage[], { byId, byKey }: Scene): MapLayout {
  const boxes: Box[] = [];
  const edges: Edge[] = [];
  const boxOf = new Map<OutcomeOnPage, Box>();
  const further: { readonly from: Box; readonly output: ReviewOutput }[] = [];
  let y = 0;
  for (const on of outcomes) {
    const indent = Math.min(on.outcome.depth, DEEPEST) * INDENT;
    const box: Box = { kind: 'outcome', on, ...place('outcome', y, indent) };
    boxes.push(box);
    boxOf.set(on, box);
    const above = on.outcome.parent === null ? undefined : boxOf.get(byKey.get(on.outcome.parent)!);
    if (above !== undefined) edges.push({ kind: 'below', from: box, to: above });
    let right = y;
    for (const output of on.outcome.outputs) {
      const from: Box = { kind: 'output', on, output, ...place('output', right) };
      boxes.push(from);
      edges.push({ kind: 'for', from, to: box });
      if (output.serves.length > 0) further.push({ from, output });
      const work = on.served.get(output.id.toLowerCase());
      if (work !== undefined && output.id !== '')
        addWork(on, work, from, right + (HEIGHTS.output - HEIGHTS.work) / 2);
      right += HEIGHTS.output + GAP;
    }
    const direct = on.served.get('');
    if (direct !== undefined) {
      addWork(
        on,
        direct,
        box,
        right + (on.outcome.outputs.length === 0 ? (HEIGHTS.outcome - HEIGHTS.work) / 2 : 0),
      );
      right += HEIGHTS.work + GAP;
    }
    y = Math.max(right, y + HEIGHTS.outcome + GAP) + GAP;
  }
  for (const { from, output } of further)
    for (const id of output.serves) {
      const on = byId.get(id.toLowerCase());
      const to = on === undefined ? undefined : boxOf.get(on);
      if (to !== undefined && to.on !== from.on) edges.push({ kind: 'serves', from, to });
    }
  return { width: COLUMNS.work.x + COLUMNS.work.width, height: Math.max(0, y - 2 * GAP), boxes, edges };

  function addWork(on: OutcomeOnPage, work: WorkCount, to: Box, at: number): void {
    const from: Box = { kind: 'work', on, work, ...place('work', at) };
    boxes.push(from);
    edges.push({ kind: 'for', from, to });
  }
}

function place(kind: Box['kind'], y: number, indent = 0): Pick<Box, 'x' | 'y' | 'width' | 'height'> {
  const { x, width } = COLUMNS[kind];
  return { x: x + indent, y, width: width - indent, height: HEIGHTS[kind] };
}

/** So many outcomes are drawn on one map. */
const ONE_MAP = 60;

/**
 * The outcomes as maps: all on one where they are few; else each tree on its own, with those that its outputs serve
 * too, and at the end, on one, all that nothing serves yet.
 */
export function mapGroups(scene: Scene): OutcomeOnPage[][] {
  if (scene.outcomes.length === 0) return [];
  if (scene.outcomes.length <= ONE_MAP) return [[...scene.outcomes]];
  const groups = joinedTrees(scene);
  const isLonely = ([only, ...others]: readonly OutcomeOnPage[]) =>
    others.length === 0 && only!.outcome.outputs.length === 0 && only!.served.size === 0;
  const lonely = groups.filter(isLonely).flat();
  return [...groups.filter((group) => !isLonely(group)), ...(lonely.length > 0 ? [lonely] : [])];
}

/** Trees of which an output of one serves an outcome of the other go together. */
function joinedTrees({ outcomes, byId }: Scene): OutcomeOnPage[][] {
  const groupOf = new Map<number, number>();
  const find = (root: number): number => {
    const up = groupOf.get(root) ?? root;
    return up === root ? root : find(up);
  };
  for (const { root, outcome } of outcomes)
    for (const { serves } of outcome.outputs)
      for (const id of serves) {
        const other = byId.get(id.toLowerCase());
        if (other === undefined) continue;
        const [a, b] = [find(root), find(other.root)];
        groupOf.set(Math.max(a, b), Math.min(a, b));
      }
  const groups = new Map<number, OutcomeOnPage[]>();
  for (const on of outcomes) {
    const group = find(on.root);
    const own = groups.get(group);
    if (own === undefined) groups.set(group, [on]);
    else own.push(on);
  }
  return [...groups.values()];
}

/** A text in lines of at most `width`, the last cut with an ellipsis. Widths of letters are estimates. */
export function lettered(text: string, width: number, size: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => pieces(each, width, size))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (widthOf(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1) {
      lines.push(cut(longer, width, size));
      return lines;
    }
    lines.push(line);
    line = word;
  }
  return line === '' ? lines : [...lines, line];
}

/** A word that is longer than a line in pieces that are not. */
function pieces(word: string, width: number, size: number): string[] {
  if (widthOf(word, size) <= width) return [word];
  const all: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && widthOf(piece + letter, size) > width) {
      all.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...all, piece];
}

function cut(text: string, width: number, size: number): string {
  const letters = Array.from(text);
  while (letters.length > 0 && widthOf(`${letters.join('')}…`, size) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

function widthOf(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return width * size;
}

/** In parts of the size of the font, somewhat wider than the sans-serif fonts of the three systems. */
function letterWidth(letter: string): number {
  if (/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\u{1f000}-\u{3ffff}]/u.test(letter))
    return 1.05;
  if (/[ilj.,:;'|!()[\]ftr ]/.test(letter)) return 0.34;
  if (/[mwMW@%—…]/.test(letter)) return 0.9;
  return /[A-Z]/.test(letter) ? 0.69 : 0.57;
}
