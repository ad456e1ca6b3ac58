#!/usr/bin/env node
// Starts a VS Code without the option that makes it trust every folder, which runTests() always adds:
// asking-for-trust.mjs EXECUTABLE ARGUMENT…
import { spawn } from 'node:child_process';

const [executable, ...args] = process.argv.slice(2);
const child = spawn(
  executable,
  args.filter((argument) => argument !== '--disable-workspace-trust'),
  { stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
