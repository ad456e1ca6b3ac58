import os from 'node:os';
import type { Step } from './steps';

/**
 * A window of VS Code keeps a processor busy by itself, but for two fifths of the time, in which it waits. With one
 * window more, windows waited for a processor and tests timed out; what is patient takes what is left.
 */
const LANES = Math.max(2, Math.min(4, os.availableParallelism()));

export interface Running {
  /** Resolves when a step need not wait any longer for what is installed meanwhile; never rejects. */
  readonly ready: (step: Step) => Promise<unknown>;
  readonly run: (step: Step) => Promise<void>;
  /** Once it is true, no more steps begin. */
  readonly stopped: () => boolean;
}

/**
 * Runs steps beside each other, begun in their order as soon as they can: two on two processors and, where these leave
 * room, patient ones; those that are last by themselves. Resolves when all have ended.
 */
export function beside(steps: readonly Step[], { ready, run, stopped }: Running): Promise<void> {
  const able = new Set<Step>();
  const waiting = new Set(steps);
  const running = new Set<Step>();
  return new Promise((resolve, reject) => {
    const go = () => {
      if (stopped()) waiting.clear();
      for (let step = next(waiting, running, able); step; step = next(waiting, running, able)) begin(step);
      if (waiting.size === 0 && running.size === 0) resolve();
    };
    const begin = (step: Step) => {
      waiting.delete(step);
      running.add(step);
      run(step).then(() => {
        running.delete(step);
        go();
      }, reject);
    };
    // Not before all are known to be able that are so from the start: their order counts.
    const wake = () => setImmediate(go);
    for (const step of steps)
      void ready(step).then(() => {
        able.add(step);
        wake();
      });
    wake();
  });
}

/** The step to begin now, if there is one. */
function next(
  waiting: ReadonlySet<Step>,
  running: ReadonlySet<Step>,
  able: ReadonlySet<Step>,
): Step | undefined {
  if ([...running].some(({ last }) => last)) return undefined;
  const building = [...waiting, ...running].some(({ first }) => first);
  const patient = [...running].filter((step) => step.patient).length;
  const others = running.size - patient;
  // One patient step more than there are lanes left, and beside none but them no more than there are processors.
  const room = Math.min(LANES, LANES + 1 - others);
  return [...waiting].find(
    (step) =>
      able.has(step) &&
      (!step.last || (running.size === 0 && [...waiting].every(({ last }) => last))) &&
      !(building && step.needs.includes('bundles')) &&
      (step.patient ? patient < room : others < LANES),
  );
}
