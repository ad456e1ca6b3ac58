'use strict';
// Loaded into the VS Code server with --require, before any of its own code.
const { randomBytes } = require('node:crypto');
const http = require('node:http');
const { syncBuiltinESMExports } = require('node:module');
const path = require('node:path');

// Processes that the server forks inherit --require.
if (path.basename(process.argv[1] ?? '') === 'server-main.js') {
  endWithRunner();
  answerMissingPaths();
} else {
  // For what an extension starts: its inspector, once opened, takes a port that nobody else has. VS Code takes the
  // variable out of the environment that it hands down.
  process.env.NODE_OPTIONS = '--inspect-port=0';
}

/** The runner holds the other end of stdin: when it is gone, even by SIGKILL, so is the server's process group. */
function endWithRunner() {
  process.stdin.on('close', () => {
    try {
      process.kill(-process.pid, 'SIGKILL');
    } catch {
      process.exit(1);
    }
  });
  process.stdin.resume();
}

/**
 * The workbench of this distribution asks for a key for its secret storage, a service worker and icons that are
 * answered by a front end which is not started here.
 */
function answerMissingPaths() {
  const key = randomBytes(32);
  const createServer = http.createServer;
  http.createServer = (...args) => {
    const server = createServer(...args);
    const emit = server.emit;
    server.emit = function emitUnlessAnswered(event, request, response) {
      if (event === 'request' && answer(request.url ?? '', response)) return true;
      return Reflect.apply(emit, this, arguments);
    };
    return server;
  };
  syncBuiltinESMExports();

  function answer(url, response) {
    const name = url.split('?', 1)[0];
    if (name.endsWith('/mint-key')) send(response, 'application/octet-stream', key);
    else if (name.includes('/_static/')) send(response, typeOf(name), '');
    else return false;
    return true;
  }
}

function send(response, type, body) {
  // The service worker lies deeper than the pages that it is for.
  response.writeHead(200, { 'content-type': type, 'service-worker-allowed': '/' });
  response.end(body);
}

function typeOf(name) {
  return (
    { '.js': 'text/javascript', '.svg': 'image/svg+xml' }[path.extname(name)] ?? 'application/octet-stream'
  );
}
