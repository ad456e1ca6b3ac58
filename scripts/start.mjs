// Shows the sample: its tree and findings in the terminal, then VS Code on it with the extension.
// node scripts/start.mjs [--screenshot FILE] [--theme light|dark|hc] [--port N]
import { load } from './lib/typescript.mjs';

const { main } = await load('start.ts');
await main(process.argv.slice(2));
