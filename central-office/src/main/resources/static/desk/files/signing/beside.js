import { Refusal } from './refusal.js';

const WORKER = '/desk/files/signing/release-worker.js';

/** Somebody stopped it, which is no fault. */
export class Stopped extends Error {}

/**
 * A worker that computes beside the page.
 *
 * @param integrity the hash of each script by its address. No browser looks at the hashes of a worker's scripts: they
 *     are looked at here before it starts, and asked for once more by the browser
 * @param progress hears how many records have been looked at
 */
export async function beside(integrity, progress) {
  try {
    await Promise.all([...integrity].map(([address, hash]) => fetch(address, { integrity: hash, redirect: 'error' })));
  } catch {
    throw new Refusal('scripts');
  }
  return new Beside(new Worker(WORKER, { type: 'module' }), progress);
}

class Beside {
  constructor(worker, progress) {
    this.worker = worker;
    this.waiting = [];
    worker.addEventListener('message', ({ data }) => {
      if (data.progress === undefined) {
        this.answered(data);
      } else {
        progress(data.progress);
      }
    });
    worker.addEventListener('error', (fault) => this.fail(new Error(fault.message ?? 'worker')));
  }

  /** What comes of a question; refused as it would be here. Questions are answered in their order. */
  ask(to, question = {}) {
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.worker.postMessage({ to, ...question });
    });
  }

  answered({ done, refused, details, broken }) {
    const { resolve, reject } = this.waiting.shift();
    if (done !== undefined) {
      resolve(done);
    } else {
      reject(refused === undefined ? new Error(broken) : new Refusal(refused, ...details));
    }
  }

  /** At once, whatever it is at; who waits hears of it. */
  stop() {
    this.worker.terminate();
    this.fail(new Stopped());
  }

  fail(fault) {
    this.waiting.splice(0).forEach(({ reject }) => reject(fault));
  }
}
