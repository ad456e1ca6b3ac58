// Runs every test: node scripts/test.mjs [STEP…]. The last line says "N passed, N failed".
import { load } from './lib/typescript.mjs';

const { main } = await load('test.ts');
await main(process.argv.slice(2));
