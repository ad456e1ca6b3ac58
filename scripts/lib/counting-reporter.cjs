'use strict';
// Mocha's "spec" reporter that also leaves the number of tests in the file that TEST_COUNTS names, as
// {"passed":0,"failed":0,"pending":0,"failures":["title: error"]}, for whoever adds up several runs. The
// option `counted` is a function that is given the same.
const fs = require('node:fs');
const { reporters, Runner } = require('mocha');

class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const file = process.env.TEST_COUNTS;
      if (file) fs.writeFileSync(file, JSON.stringify(this.counts()));
      options.reporterOptions?.counted?.(this.counts());
    });
  }

  /** A failed hook counts as a failed test, as in mocha's own summary. */
  counts() {
    const { passes, failures, pending } = this.stats;
    return {
      passed: passes,
      failed: failures,
      pending,
      failures: this.failures.map((test) => `${test.fullTitle()}: ${test.err?.message ?? 'failed'}`),
    };
  }
}

module.exports = CountingReporter;
