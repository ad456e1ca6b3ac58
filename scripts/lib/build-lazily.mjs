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
  const one = (entry, outfile, around) =>
    build({
      ...options,
      ...around,
      entryPoints: [entry],
      outfile,
      plugins: [lazily, ...(options.plugins ?? [])],
      // As require(), through which VS Code gives its API; a native import goes another way.
      supported: { 'dynamic-import': false },
    });
  await one(options.entryPoints[0], options.outfile);
  // A Map also goes through what is added meanwhile.
  // What is put around the first bundle is for whoever starts it.
  for (const [bundle, file] of found) await one(file, path.join(folder, bundle), { banner: {}, footer: {} });
}
