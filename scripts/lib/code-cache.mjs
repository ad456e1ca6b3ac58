// Writes the code cache of the built command: node scripts/lib/code-cache.mjs FOLDER
// `outcomes work` runs on the folder first: what V8 compiles only when it is called is in the cache then too.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const { compile, run, CACHE } = createRequire(import.meta.url)('../../dist/cli.js');
const script = compile();

process.argv.splice(1, Infinity, 'outcomes', 'work', '--format', 'json', '--cwd', process.argv[2]);
process.stdout.write = () => true;
process.on('exit', () => {
  // Of what is written now, nothing depends on how that run ended.
  fs.writeFileSync(CACHE, script.createCachedData());
  process.exitCode = 0;
});
run(script);
