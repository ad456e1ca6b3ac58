import { createHash } from 'node:crypto';
import type { Day, GitFacts, ScannedFile } from '../../core';
import type { Clock, Files, Git, GitQuery, Scanner, ScanRequest, ScanSummary } from '../../workspace/ports';
import type { VersionAt, VersionCommit, VersionQuery, Versions } from '../git/outcome-versions';
import { packFiles } from '../scan/wire';

/** All that a report learns of the world, it learns through these. */
export interface World {
  readonly files: Files;
  readonly git: Git;
  readonly scanner: Scanner;
  readonly clock: Clock;
  readonly versions: Versions;
}

/** A question that can be asked once more in another process. */
type Question =
  | readonly ['read', file: string]
  | readonly ['outcomes-files']
  | readonly ['scan', ScanRequest]
  | readonly ['facts', GitQuery]
  | readonly ['commits', VersionQuery]
  | readonly ['at', ref: string];

/** What was asked and, as a digest, what the answer was; as JSON. */
export type Trace = readonly (readonly [Question, digest: string])[];

/** An answer, and all of it that another answer can differ in. */
interface Answer {
  readonly value: unknown;
  readonly text: string;
}

/**
 * Stands between a report and the world, and writes down what the report asks and is answered. A report is made of
 * the answers alone, so that another one with the same trace is the same report: what Mokhov, Mitchell and Peyton
 * Jones call a verifying trace ("Build systems à la carte", 2018, section 4.2.2).
 *
 * Each question is asked once: what was asked to verify an old trace need not be asked again for the report.
 */
export class Ledger {
  /** The world for the report. */
  readonly world: World;
  private readonly answers = new Map<string, Promise<Answer>>();
  /** By the report, not only to verify. */
  private readonly asked = new Map<string, Question>();
  private hasGaps = false;

  /** @param today for the report, also when it is made around midnight */
  constructor(
    private readonly real: World,
    private readonly today: Day,
  ) {
    this.world = {
      files: {
        findOutcomesFiles: async (signal) => [...((await this.ask(['outcomes-files'], signal)) as string[])],
        read: async (file) => (await this.ask(['read', file], NEVER)) as string | undefined,
      },
      git: {
        facts: async (query, signal) => (await this.ask(['facts', query], signal)) as GitFacts[],
        dispose: () => real.git.dispose?.(),
      },
      scanner: {
        scan: async (request, onBatch, signal) => {
          const { files, summary } = (await this.ask(['scan', request], signal)) as Scanned;
          signal.throwIfAborted();
          onBatch(files);
          return summary;
        },
        scanFiles: (...args) => {
          this.hasGaps = true;
          return real.scanner.scanFiles(...args);
        },
        scanText: (...args) => {
          this.hasGaps = true;
          return real.scanner.scanText(...args);
        },
        dispose: () => real.scanner.dispose(),
      },
      clock: { ...real.clock, today: () => this.today },
      versions: {
        commits: async (query, signal) => (await this.ask(['commits', query], signal)) as VersionCommit[],
        at: async (ref, signal) => (await this.ask(['at', ref], signal)) as VersionAt | null,
        // Their ids were answers already, and the same id is the same contents, unless they are not there.
        contents: async (blobs, signal) => {
          const found = await real.versions.contents(blobs, signal);
          if (found.size < blobs.size) this.hasGaps = true;
          return found;
        },
      },
    };
  }

  /** Whether the world still answers as it did. */
  async confirms(trace: Trace): Promise<boolean> {
    // To read a file costs little, and what it says decides what else is asked.
    const isRead = ([question]: Trace[number]): boolean => question[0] === 'read';
    return (
      (await this.confirmsEach(trace.filter(isRead))) &&
      (await this.confirmsEach(trace.filter((entry) => !isRead(entry))))
    );
  }

  /** What the report was made of; null when that cannot be told by asking again. */
  async trace(): Promise<Trace | null> {
    if (this.hasGaps) return null;
    const entries = [...this.asked].map(async ([key, question]) => {
      const { text } = await this.answers.get(key)!;
      return [question, digest(text)] as const;
    });
    return Promise.all(entries);
  }

  dispose(): void {
    this.real.scanner.dispose();
    this.real.git.dispose?.();
  }

  private async confirmsEach(trace: Trace): Promise<boolean> {
    // All have ended before the report asks anything: a scanner does one scan at a time.
    const same = await Promise.allSettled(
      trace.map(async ([question, before]) => {
        const { text } = await this.answer(JSON.stringify(question), question, NEVER);
        return digest(text) === before;
      }),
    );
    return same.every((each) => each.status === 'fulfilled' && each.value);
  }

  private async ask(question: Question, signal: AbortSignal): Promise<unknown> {
    const key = JSON.stringify(question);
    this.asked.set(key, question);
    return (await this.answer(key, question, signal)).value;
  }

  private answer(key: string, question: Question, signal: AbortSignal): Promise<Answer> {
    let answer = this.answers.get(key);
    if (answer === undefined) {
      answer = this.putToWorld(question, signal);
      answer.catch(() => (this.hasGaps = true));
      this.answers.set(key, answer);
    }
    return answer;
  }

  private async putToWorld(question: Question, signal: AbortSignal): Promise<Answer> {
    const { files, git, versions } = this.real;
    switch (question[0]) {
      case 'read':
        return plain(await files.read(question[1]));
      case 'outcomes-files':
        return plain(await files.findOutcomesFiles(signal));
      case 'scan':
        return this.scan(question[1], signal);
      case 'facts':
        return withMaps(await git.facts(question[1], signal));
      case 'commits':
        return withMaps(await versions.commits(question[1], signal));
      case 'at':
        return withMaps(await versions.at(question[1], signal));
    }
  }

  /** Files come in no order; the report is given them in one, which the digest is of. */
  private async scan(request: ScanRequest, signal: AbortSignal): Promise<Answer> {
    const files: ScannedFile[] = [];
    const summary = await this.real.scanner.scan(
      request,
      (batch) => {
        for (const file of batch) files.push(file);
      },
      signal,
    );
    files.sort((a, b) => (a.file < b.file ? -1 : 1));
    const { unverifiedFiles: named } = summary;
    const value: Scanned = {
      files,
      summary: named === undefined ? summary : { ...summary, unverifiedFiles: [...named].sort() },
    };
    return { value, text: `${JSON.stringify(value.summary)}${packFiles(files)}` };
  }
}

interface Scanned {
  readonly files: ScannedFile[];
  readonly summary: ScanSummary;
}

const NEVER = new AbortController().signal;

function plain(value: string | string[] | undefined): Answer {
  return { value, text: value === undefined ? '' : JSON.stringify(value) };
}

function withMaps(value: unknown): Answer {
  const text = JSON.stringify(value, (_, part: unknown) => (part instanceof Map ? [...part] : part));
  return { value, text };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
