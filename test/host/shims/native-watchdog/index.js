'use strict';
// Stands in for the compiled watchdog of VS Code: ends the extension host when its parent is gone. Unlike the
// compiled one it needs a turning event loop; the launcher ends the whole process group in any case.
const PERIOD_MS = 2000;
const PARENT_GONE = 87;

exports.start = (parent) => {
  const timer = setInterval(() => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(PARENT_GONE);
    }
  }, PERIOD_MS);
  timer.unref();
};

exports.exit = (code) => process.exit(code || 0);
