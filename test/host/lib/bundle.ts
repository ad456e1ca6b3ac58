import path from 'node:path';
import { build } from 'esbuild';
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
    const first = error instanceof Error ? error.message : String(error);
    throw new RunError(ExitCode.notLoaded, `a test file cannot be bundled: ${first}`);
  }
}
