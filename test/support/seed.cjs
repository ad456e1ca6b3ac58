'use strict';
// Properties try the same cases in each run, so that what fails fails again; FUZZ_SEED=2 tries others.
const fc = require('fast-check');
const os = require('node:os');

// Mocha lets it be without end, and thousands of errors are made in vain.
Error.stackTraceLimit = 15;

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FUZZ_SEED ?? 1) });

// Nothing can be kept below it: a test that wants the cache names a folder of its own.
process.env.XDG_CACHE_HOME = os.devNull;
