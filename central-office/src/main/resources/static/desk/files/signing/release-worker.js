import { Refusal } from './refusal.js';
import { computed } from './release.js';
import { waitingAt } from './source.js';

/*
 * Computes beside the page what is signed, and keeps what changes, of which the page has what it shows. Neither a key
 * nor a passphrase comes here: the page signs.
 */

/** Milliseconds between two words of how far it is. */
const OFTEN = 100;

let changes = [];

const doing = {
  async compute({ last, waiting }) {
    const release = await computed(last, waitingAt(waiting), regularly());
    changes = release.changes;
    const { full, deltas, ...manifest } = release.manifest;
    return { ...release, manifest, changes: changes.length };
  },
  lines({ mark, find, most }) {
    const all = changes.filter((change) => (mark === '' || change.mark === mark)
      && `${change.title ?? ''} ${change.id}`.toLowerCase().includes(find));
    return { lines: all.slice(0, most), all: all.length };
  },
};

/** Tells how far it is, a few times a second. */
function regularly() {
  let told = 0;
  return (count) => {
    const now = performance.now();
    if (now - told > OFTEN) {
      told = now;
      self.postMessage({ progress: count });
    }
  };
}

self.addEventListener('message', async ({ data }) => {
  try {
    self.postMessage({ done: await doing[data.to](data) });
  } catch (fault) {
    self.postMessage(fault instanceof Refusal ? { refused: fault.reason, details: fault.details } : { broken: String(fault) });
  }
});
