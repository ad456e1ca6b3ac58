'use strict';
// Properties try the same cases in each run, so that what fails fails again; FUZZ_SEED=2 tries others.
const fc = require('fast-check');

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.FUZZ_SEED ?? 1) });
