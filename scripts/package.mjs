// Packages the extension: node scripts/package.mjs [--target TARGET]… [--out DIR]
// Without a target: the universal package and the one for this platform. Run npm run build first.
import { load } from './lib/typescript.mjs';

const { main } = await load('package.ts');
main(process.argv.slice(2));
