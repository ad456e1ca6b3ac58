// Stands between VS Code and the extension, and notes what its thread takes of the processor to load and to activate it:
// while a window opens, the clock tells more of what else is running.
const took = ({ user, system }) => (user + system) / 1000;
// Node 22 knows only the process as a whole.
const spent = process.threadCpuUsage?.bind(process) ?? process.cpuUsage.bind(process);

const start = spent();
const extension = require('../../../dist/extension.js');
const loading = took(spent(start));

exports.activate = (context) => {
  const before = spent();
  const api = extension.activate(context);
  globalThis.outcomesActivation = { loading, activating: took(spent(before)) };
  return api;
};
