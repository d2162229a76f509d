// A thread of hostile-child.mjs that says what it may do; the second one is started by the first. Or one that spins.
const { readFileSync, writeFileSync } = require('node:fs');
const { connect } = require('node:net');
const { parentPort, Worker, workerData } = require('node:worker_threads');

while (workerData === 'spin');

const outcome = (act) => {
  try {
    act();
    return 'done';
  } catch (error) {
    return error.code ?? error.message;
  }
};

const own = {
  read: outcome(() => readFileSync('/etc/passwd')),
  write: outcome(() => writeFileSync('/tmp/written-by-a-child.txt', 'x')),
  connect: outcome(() => connect(1, '127.0.0.1')),
};
if (workerData === 'second') parentPort.postMessage(own);
else {
  const second = new Worker(__filename, { workerData: 'second', execArgv: [] });
  second.once('message', ({ read, write, connect }) => {
    parentPort.postMessage({ ...own, 'second read': read, 'second write': write, 'second connect': connect });
  });
}
