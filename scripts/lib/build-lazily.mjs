import { build } from 'esbuild';
import path from 'node:path';

/**
 * Builds a bundle in which `await import('./file')` stands for a bundle of its own beside it, `lazy-<path>.js`, that is
 * not read before it is reached. Modules that several bundles use are in each of them, with a state of its own.
 *
 * @param {import('esbuild').BuildOptions & { outfile: string }} options
 * @param {string} src the folder that names of bundles are relative to
 */
export async function buildLazily(options, src) {
  const folder = path.dirname(options.outfile);
  const found = new Map();
  const lazily = {
    name: 'lazily',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^\./ }, async (args) => {
        if (args.kind !== 'dynamic-import') return undefined;
        const { path: file, errors } = await resolve(args.path, {
          kind: 'import-statement',
          resolveDir: args.resolveDir,
        });
        if (errors.length > 0) return { errors };
        const { dir, name } = path.parse(path.relative(src, file));
        const bundle = `lazy-${[...dir.split(path.sep), name].filter(Boolean).join('-')}.js`;
        found.set(bundle, file);
        return { path: `./${bundle}`, external: true };
      });
    },
  };
  // Bundles of one call read each module once, and still have copies of their own.
  const all = (entryPoints, around) =>
    build({
      ...options,
      ...around,
      entryPoints,
      outfile: undefined,
      outdir: folder,
      plugins: [lazily, ...(options.plugins ?? [])],
      // As require(), through which VS Code gives its API; a native import goes another way.
      supported: { 'dynamic-import': false },
    });
  await all([{ in: options.entryPoints[0], out: path.parse(options.outfile).name }]);
  const built = new Set();
  for (;;) {
    const next = [...found].filter(([bundle]) => !built.has(bundle));
    if (next.length === 0) return;
    for (const [bundle] of next) built.add(bundle);
    // What is put around the first bundle is for whoever starts it.
    await all(
      next.map(([bundle, file]) => ({ in: file, out: path.parse(bundle).name })),
      { banner: {}, footer: {} },
    );
  }
}
