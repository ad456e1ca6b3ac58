'use strict';
// Runs in the extension host in place of the tests' own entry, which it calls. What the tests print goes to the
// launcher through a file, and a marker tells it whether run() was called and how it ended: VS Code's own exit code
// is 0 also when the extension host crashed.
const { Console } = require('node:console');
const fs = require('node:fs');
const path = require('node:path');
const { Writable } = require('node:stream');
const { pathToFileURL } = require('node:url');

const NOT_LOADED = 66;
const NEVER_RAN = 67;

exports.run = async function run() {
  const { VSCODE_TEST_ENTRY, VSCODE_TEST_MARKER, VSCODE_TEST_OUTPUT } = process.env;
  const mark = (marker) => fs.writeFileSync(VSCODE_TEST_MARKER, JSON.stringify(marker));
  mark({ state: 'started' });
  redirectOutput(VSCODE_TEST_OUTPUT);
  try {
    await call(await load(VSCODE_TEST_ENTRY), VSCODE_TEST_ENTRY);
    mark({ state: 'passed' });
  } catch (error) {
    // An error with a code was explained where it was made; the stack of any other is what there is to go by.
    const explained = error?.exitCode !== undefined;
    const text = explained ? error.message : String(error?.stack ?? error);
    mark({ state: 'failed', error: text, exitCode: error?.exitCode });
    throw error;
  }
};

async function load(file) {
  try {
    return require(file);
  } catch (error) {
    if (error?.code !== 'ERR_REQUIRE_ESM') throw notLoaded(error, file);
  }
  try {
    return await import(pathToFileURL(require.resolve(file)).href);
  } catch (error) {
    throw notLoaded(error, file);
  }
}

/** VS Code allows a run() that returns a promise and one that takes a callback. */
function call(entry, file) {
  if (typeof entry.run !== 'function') throw failure(NEVER_RAN, `${file} exports no run()`);
  if (entry.run.length < 2) return entry.run();
  return new Promise((resolve, reject) => {
    entry.run(path.dirname(file), (error, failures) => {
      if (error) reject(error);
      else if (failures) reject(new Error(`${failures} tests failed`));
      else resolve();
    });
  });
}

const notLoaded = (error, file) => failure(NOT_LOADED, `${file} cannot be loaded: ${error?.stack ?? error}`);

/** VS Code prints the stack of what run() throws, and the launcher then the message: once is enough. */
function failure(exitCode, message) {
  return Object.assign(new Error(message), { exitCode, stack: message.split('\n', 1)[0] });
}

function redirectOutput(file) {
  const descriptor = fs.openSync(file, 'a');
  const sink = new Writable({
    write(chunk, _encoding, done) {
      fs.writeSync(descriptor, chunk);
      done();
    },
  });
  const plain = new Console({ stdout: sink, stderr: sink, colorMode: false });
  for (const name of ['log', 'info', 'debug', 'warn', 'error', 'dir', 'table', 'trace']) {
    // The extension host made these accessors: assignment has no effect on them.
    const value = plain[name].bind(plain);
    Object.defineProperty(console, name, { value, writable: true, configurable: true });
  }
  for (const stream of [process.stdout, process.stderr]) {
    stream.write = (chunk, encoding, callback) => {
      fs.writeSync(descriptor, chunk);
      const done = typeof encoding === 'function' ? encoding : callback;
      done?.();
      return true;
    };
  }
}
