// Packages the extension: node scripts/package.mjs [--target TARGET]… [--out DIR]
// Without a target: the universal package and the one for this platform. Run npm run build first.
import { createRequire } from 'node:module';
import { register } from 'tsx/cjs/api';

register();
createRequire(import.meta.url)('./lib/package.ts').main(process.argv.slice(2));
