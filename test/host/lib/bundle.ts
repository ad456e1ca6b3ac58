import path from 'node:path';
import { build, type BuildFailure } from 'esbuild';
import { ExitCode, RunError } from './exit-codes';

/** Bundles test files to CommonJS that the extension host can load, one for one, into `outDir`. */
export async function bundleTests(files: readonly string[], outDir: string): Promise<void> {
  try {
    await build({
      entryPoints: [...files],
      outdir: outDir,
      outbase: path.dirname(files[0] ?? outDir),
      bundle: true,
      platform: 'node',
      target: 'node22',
      format: 'cjs',
      external: ['vscode', 'mocha'],
      mainFields: ['module', 'main'],
      sourcemap: 'inline',
      logLevel: 'error',
    });
  } catch (error) {
    throw new RunError(ExitCode.notLoaded, `a test file cannot be bundled: ${firstOf(error)}`);
  }
}

/** The first thing that is wrong, as file:line:column and what; esbuild has printed all of it. */
function firstOf(error: unknown): string {
  const [first] = (error as Partial<BuildFailure>).errors ?? [];
  if (!first) return String(error);
  const at = first.location ? `${first.location.file}:${first.location.line}:${first.location.column} ` : '';
  return at + first.text;
}
