'use strict';
// Mocha's "spec" reporter that also leaves the number of tests in the file that TEST_COUNTS names, as
// {"passed":0,"failed":0,"pending":0}, for whoever adds up several runs.
const fs = require('node:fs');
const { reporters, Runner } = require('mocha');

class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const file = process.env.TEST_COUNTS;
      if (file) fs.writeFileSync(file, JSON.stringify(CountingReporter.countsOf(runner)));
    });
  }

  /** A failed hook counts as a failed test, as in mocha's own summary. */
  static countsOf({ stats }) {
    return { passed: stats.passes, failed: stats.failures, pending: stats.pending };
  }
}

module.exports = CountingReporter;
