#!/usr/bin/env node
// Takes the command line of a VS Code executable and does in a VS Code server with a headless Chromium what the
// desktop would do: runs extension tests, installs and lists extensions. See README.md.
import { createRequire } from 'node:module';
import { register } from 'tsx/cjs/api';

register();
const { main } = createRequire(import.meta.url)('./lib/launch.ts');
await main(process.argv.slice(2));
