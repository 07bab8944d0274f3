import { Refusal } from './refusal.js';

const LINE_FEED = 10;
const LONGEST_LINE = 8 << 20;
const MOST_TARGETS_VERSIONS = 1000;

/**
 * The signed repository, as this office serves it to everybody.
 *
 * @param newest the versions of root and targets that the page says are the newest, and whether anything is out: what
 *     the server would answer by 404 is not asked for. It could withhold the same by such an answer.
 */
export function repositoryAt(base, newest = { root: Infinity, targets: Infinity, isOut: true }) {
  const metadata = (name) => {
    const [, version, role] = /^(\d+)\.(root|targets)\.json$/.exec(name) ?? [];
    const isBeyond = version !== undefined && Number(version) > newest[role];
    return isBeyond || (name === 'timestamp.json' && !newest.isOut) ? null
      : bytesOf(`${base}/metadata/${name}`, name === 'timestamp.json');
  };
  return {
    metadata,
    target: (name) => bytesOf(`${base}/targets/${name}`),
    /** The newest targets metadata while no release promises one. */
    async unpublishedTargets() {
      let newest = null;
      for (let version = 1; version <= MOST_TARGETS_VERSIONS; version++) {
        const next = await metadata(`${version}.targets.json`);
        if (next === null) {
          break;
        }
        newest = next;
      }
      return newest;
    },
  };
}

/** The release that waits, as the server gives it out. */
export function waitingAt(base) {
  const must = async (name) => {
    const bytes = await bytesOf(`${base}/${name}`, true);
    if (bytes === null) {
      throw new Refusal('nothing-waits');
    }
    return bytes;
  };
  return {
    manifest: () => must('manifest'),
    before: () => must('before'),
    removed: () => must('removed'),
    records: () => linesOf(`${base}/records`),
    record: (id) => must(`record?id=${encodeURIComponent(id)}`),
    former: (id) => must(`former?id=${encodeURIComponent(id)}`),
  };
}

/** Bytes of an address; null where there is nothing. */
export async function bytesOf(address, anew = false) {
  const answer = await fetch(address, { cache: anew ? 'no-store' : 'default', redirect: 'error' });
  if (answer.status === 404) {
    return null;
  }
  if (!answer.ok) {
    throw new Refusal('server', answer.status);
  }
  return new Uint8Array(await answer.arrayBuffer());
}

/** The lines of an address, one by one as they come, without their ends. */
async function* linesOf(address) {
  const answer = await fetch(address, { cache: 'no-store', redirect: 'error' });
  if (!answer.ok) {
    throw new Refusal('server', answer.status);
  }
  const reader = answer.body.getReader();
  let rest = [];
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    let from = 0;
    for (let end = part.value.indexOf(LINE_FEED); end >= 0; end = part.value.indexOf(LINE_FEED, from)) {
      yield joined([...rest, part.value.subarray(from, end)]);
      rest = [];
      from = end + 1;
    }
    rest.push(part.value.subarray(from));
  }
  if (joined(rest).length > 0) {
    throw new Refusal('cut-off');
  }
}

function joined(parts) {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (length > LONGEST_LINE) {
    throw new Refusal('record-too-long');
  }
  const line = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    line.set(part, at);
    at += part.length;
  }
  return line;
}
