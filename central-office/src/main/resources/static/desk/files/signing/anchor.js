import { base64, unbase64 } from './bytes.js';
import { fingerprint } from './fingerprint.js';
import { verified } from './trust.js';

const ROOT = 'openhall.root';
const SEEN = 'openhall.seen';

/**
 * The repository, verified from the root that this browser has trusted since its first use here. At the first use the
 * person compares the fingerprint that comes back with the one that technicians have.
 *
 * @param store where the root is remembered: localStorage, or what has its getItem and setItem
 * @param trust gives the answer of /api/trust, asked at the first use only
 */
export async function trusted(source, store, trust, now) {
  const remembered = store.getItem(ROOT);
  const first = remembered === null ? await trust() : null;
  const anchor = unbase64(remembered ?? first.rootJson);
  const repository = await verified(source, anchor, JSON.parse(store.getItem(SEEN) ?? '{}'), now);
  return {
    repository,
    firstUse: first === null ? null : await fingerprint(first),
    /** To be called once the person has agreed to the fingerprint, or at each later use. */
    remember() {
      store.setItem(ROOT, base64(repository.rootBytes));
      store.setItem(SEEN, JSON.stringify(repository.seen));
    },
  };
}
