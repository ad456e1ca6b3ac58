// Writes the code cache of the bundle that runs a command line: node scripts/lib/code-cache.mjs COMMAND [ARGUMENT…]
// The command runs first: what V8 compiles only when it is called is in the cache then too.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const { bundleFor, cacheOf, compile, run } = createRequire(import.meta.url)('../../dist/cli.js');
const argv = process.argv.slice(2);
const file = bundleFor(argv);
const script = compile(file);

process.argv.splice(1, Infinity, 'outcomes', ...argv);
process.stdout.write = () => true;
process.on('exit', () => {
  // Of what is written now, nothing depends on how that run ended.
  fs.writeFileSync(cacheOf(file), script.createCachedData());
  process.exitCode = 0;
});
run(script, file);
