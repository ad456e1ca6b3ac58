'use strict';
// Stands in for the compiled logger of VS Code: appends to the file, never rotates it.
const fs = require('node:fs');
const path = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
const OFF = LEVELS.length;

class FileLogger {
  constructor(name, file) {
    this.name = name;
    this.file = file;
    this.level = LEVELS.indexOf('info');
    this.decorated = true;
    fs.mkdirSync(path.dirname(file), { recursive: true });
  }

  getLevel() {
    return this.level;
  }

  setLevel(level) {
    this.level = level;
  }

  clearFormatters() {
    this.decorated = false;
  }

  setPattern() {}
  flush() {}
  drop() {}

  append(level, message) {
    if (this.level >= OFF || level < this.level) return;
    const time = new Date().toISOString().slice(0, -1).replace('T', ' ');
    const line = this.decorated ? `${time} [${LEVELS[level]}] ${message}\n` : message;
    try {
      fs.appendFileSync(this.file, line);
    } catch {
      // The folder of the run was removed: nobody will read this line.
    }
  }
}

LEVELS.forEach((name, level) => {
  const method = { warning: 'warn' }[name] ?? name;
  FileLogger.prototype[method] = function log(message) {
    this.append(level, message);
  };
});

const create = (name, file) => Promise.resolve(new FileLogger(name, file));

// Assigned one by one: VS Code imports them by name, and Node finds names of CommonJS only in this form.
exports.version = 11100;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
exports.Logger = class Logger extends FileLogger {
  constructor(_kind, name, file) {
    super(name, file);
  }
};
