import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Release } from './releases';

/** What a profile holds of scripts: as they were served, and as V8 compiled them. Nothing else is handed on. */
const CACHES = ['Cache', 'Code Cache'] as const;

/** The workbench is 13 MB when it is compiled, whatever else was there when a window ended is less. */
const COMPILED = 4_000_000;

export interface Profile {
  /** The profile's folder, for one Chromium. */
  readonly folder: string;
  /** Hands on what it compiled, when there was nothing yet. To be called when that Chromium has ended by itself. */
  keep(): void;
}

/**
 * Makes a fresh profile below a folder, with what windows before it have compiled of a release's workbench: that is a
 * third of what a start takes. It is kept beside the server, and for each Chromium anew.
 */
export function makeProfile(release: Release, chromium: string, dir: string): Profile {
  const folder = path.join(dir, 'chromium');
  const place = path.join(release.dir, 'node_modules', '.cache', `chromium-${fingerprint(chromium)}`);
  const isKept = fs.existsSync(place);
  if (isKept) copyCaches(place, path.join(folder, 'Default'));
  else fs.mkdirSync(folder, { recursive: true });
  return {
    folder,
    keep: () => {
      if (!isKept) keepCaches(path.join(folder, 'Default'), place);
    },
  };
}

/** Of the program; an update changes its time or its size. */
function fingerprint(program: string): string {
  const { size, mtimeMs } = fs.statSync(program);
  return createHash('sha256').update(`${program} ${size} ${mtimeMs}`).digest('hex').slice(0, 16);
}

function keepCaches(profile: string, place: string): void {
  const making = `${place}-${process.pid}`;
  try {
    if (!isCompiled(profile)) return;
    copyCaches(profile, making);
    fs.renameSync(making, place);
  } catch {
    fs.rmSync(making, { recursive: true, force: true }); // Another window was first, or the disk is full.
  }
}

function isCompiled(profile: string): boolean {
  const scripts = path.join(profile, 'Code Cache', 'js');
  if (!fs.existsSync(scripts)) return false;
  return fs.readdirSync(scripts).some((name) => fs.statSync(path.join(scripts, name)).size > COMPILED);
}

function copyCaches(from: string, to: string): void {
  for (const name of CACHES) fs.cpSync(path.join(from, name), path.join(to, name), { recursive: true });
}
