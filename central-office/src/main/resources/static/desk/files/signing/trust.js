import { sha256, unhex } from './bytes.js';
import { metadataForm, parse, text, whole } from './json.js';
import { require } from './refusal.js';

export const MANIFEST = 'manifest.json';
export const EMERGENCY = 'emergency/list.json';
const LONGEST_CHAIN = 256;

/**
 * What the signed repository says, verified from a root that this browser trusts: the rules of The Update Framework by
 * which terminals judge, as far as a signer needs them.
 *
 * @param source metadata(name) and target(name) give bytes, or null where there is no such file
 * @param anchor bytes of the trusted root
 * @param known versions that were seen before, by role; none may go back
 */
export async function verified(source, anchor, known, now) {
  const root = await newestRoot(source, anchor, now);
  const seen = { root: root.version };
  const meta = await promised(source, root, known, seen, now);
  const targets = meta === null
    ? await unpublishedTargets(source, root, now)
    : await role(source, 'targets', authority(root, root.signed.get('roles').get('targets')), meta, now);
  if (meta !== null) {
    seen.targets = targets.version;
    notOlder('targets', targets.version, known);
  }
  return new Repository(source, { root, meta, targets, seen, now });
}

/** The root that follows from the trusted one, each signed by the one before and by itself (§5.3). */
async function newestRoot(source, anchor, now) {
  let root = await rootOf(anchor);
  await signedBy(root, root);
  for (let i = 0; i < LONGEST_CHAIN; i++) {
    const next = await source.metadata(`${root.version + 1}.root.json`);
    if (next === null) {
      break;
    }
    const offered = await rootOf(next);
    await signedBy(offered, root);
    await signedBy(offered, offered);
    require(offered.version === root.version + 1, 'version', 'root');
    root = offered;
  }
  fresh('root', root, now);
  return root;
}

async function rootOf(bytes) {
  return { ...body(bytes, 'root', 'root'), bytes };
}

function signedBy(offered, judge) {
  return verify('root', offered, authority(judge, judge.signed.get('roles').get('root')));
}

/** Timestamp and snapshot (§5.4, §5.5); null before the first release. */
async function promised(source, root, known, seen, now) {
  const stamp = await source.metadata('timestamp.json');
  if (stamp === null) {
    require(!('timestamp' in known), 'rollback', 'timestamp');
    return null;
  }
  const timestamp = body(stamp, 'timestamp', 'timestamp');
  await verify('timestamp', timestamp, authority(root, root.signed.get('roles').get('timestamp')));
  fresh('timestamp', timestamp, now);
  const named = timestamp.signed.get('meta').get('snapshot.json');
  const snapshot = await role(source, 'snapshot', authority(root, root.signed.get('roles').get('snapshot')),
    new Map([['snapshot.json', named]]), now);
  for (const [name, found] of Object.entries({ timestamp, snapshot })) {
    seen[name] = found.version;
    notOlder(name, found.version, known);
  }
  return snapshot.signed.get('meta');
}

/** Before the first release nothing promises a version: the newest one that root's key signed. */
async function unpublishedTargets(source, root, now) {
  const bytes = await source.unpublishedTargets();
  require(bytes !== null, 'missing', 'targets');
  const targets = body(bytes, 'targets', 'targets');
  await verify('targets', targets, authority(root, root.signed.get('roles').get('targets')));
  fresh('targets', targets, now);
  return targets;
}

async function role(source, name, keys, meta, now) {
  const found = await promisedFile(source, name, meta);
  await verify(name, found, keys);
  fresh(name, found, now);
  return found;
}

/** A file whose version, length and hash were promised. */
async function promisedFile(source, name, meta) {
  const promise = meta.get(name + '.json');
  require(promise instanceof Map, 'missing', name);
  const version = whole(promise.get('version'), name);
  const bytes = await source.metadata(`${version}.${name}.json`);
  require(bytes !== null, 'missing', name);
  if (promise.has('length')) {
    require(whole(promise.get('length'), name) === bytes.length, 'other-bytes', name);
  }
  if (promise.has('hashes')) {
    require(promise.get('hashes').get('sha256') === await sha256(bytes), 'other-bytes', name);
  }
  const found = body(bytes, name, name === 'snapshot' ? 'snapshot' : 'targets');
  require(found.version === version, 'version', name);
  return found;
}

function body(bytes, name, type) {
  const file = parse(bytes, name);
  const signed = file instanceof Map ? file.get('signed') : undefined;
  require(signed instanceof Map && Array.isArray(file.get('signatures')), 'wrong-field', name);
  require(signed.get('_type') === type, 'wrong-field', name + '._type');
  const version = whole(signed.get('version'), name + '.version');
  const expires = new Date(text(signed.get('expires'), name + '.expires'));
  return { signed, signatures: file.get('signatures'), version, expires };
}

function fresh(name, found, now) {
  require(found.expires > now, 'expired', name, found.signed.get('expires'));
}

function notOlder(name, version, known) {
  require(version >= (known[name] ?? 0), 'rollback', name);
}

/** Who may sign: the keys, resolved, and how many must. */
function authority(owner, named) {
  const keys = owner.signed.get('keys') ?? owner.signed.get('delegations').get('keys');
  return {
    ids: named.get('keyids'),
    keys,
    threshold: whole(named.get('threshold'), 'threshold'),
  };
}

/** Counts keys, not signatures nor ids (§5.3.4). Keys of another kind than Ed25519 count for nothing here. */
async function verify(name, found, { ids, keys, threshold }) {
  const message = metadataForm(found.signed);
  const signers = new Set();
  for (const signature of found.signatures) {
    const id = signature.get('keyid');
    const publicHex = ids.includes(id) ? publicOf(keys.get(id)) : null;
    if (publicHex !== null && await holds(publicHex, signature.get('sig'), message)) {
      signers.add(publicHex);
    }
  }
  require(threshold >= 1 && signers.size >= threshold, 'signatures', name);
}

function publicOf(key) {
  const isEd25519 = key instanceof Map && key.get('keytype') === 'ed25519' && key.get('scheme') === 'ed25519';
  const value = isEd25519 ? key.get('keyval').get('public') : '';
  return /^[0-9a-f]{64}$/.test(value) ? value : null;
}

async function holds(publicHex, sig, message) {
  if (typeof sig !== 'string' || !/^[0-9a-f]{128}$/.test(sig)) {
    return false;
  }
  const key = await crypto.subtle.importKey('raw', unhex(publicHex), 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', key, unhex(sig), message);
}

/** The repository as it was verified. */
class Repository {
  constructor(source, parts) {
    this.source = source;
    this.parts = parts;
  }

  /** Versions to be remembered, by role. */
  get seen() {
    return this.parts.seen;
  }

  /** The newest root, to be trusted from now on. */
  get rootBytes() {
    return this.parts.root.bytes;
  }

  delegation(name) {
    const roles = this.parts.targets.signed.get('delegations')?.get('roles') ?? [];
    const found = roles.find((listed) => listed.get('name') === name);
    require(found !== undefined, 'no-role', name);
    return authority(this.parts.targets, found);
  }

  /** Whether this key may sign for a role. */
  mayDo(name, publicHex) {
    const { ids, keys } = this.delegation(name);
    return ids.some((id) => publicOf(keys.get(id)) === publicHex);
  }

  /** The version of a role's last word; 0 for none. */
  lastVersion(name) {
    const promise = this.parts.meta?.get(name + '.json');
    return promise === undefined ? 0 : whole(promise.get('version'), name);
  }

  /** What a role said last, by its present keys; null where it has said nothing. */
  async said(name) {
    if (this.lastVersion(name) === 0) {
      return null;
    }
    return role(this.source, name, this.delegation(name), this.parts.meta, this.parts.now);
  }

  /** The same, whoever signed it: for what is not to be forgotten, never for what is to be believed. */
  async lastWord(name) {
    return this.lastVersion(name) === 0 ? null : promisedFile(this.source, name, this.parts.meta);
  }

  /** The bytes of a file, as a role's word describes it. */
  async file(word, target) {
    const described = word.signed.get('targets').get(target);
    require(described instanceof Map, 'missing', target);
    const hash = described.get('hashes').get('sha256');
    const slash = target.lastIndexOf('/') + 1;
    const bytes = await this.source.target(`${target.slice(0, slash)}${hash}.${target.slice(slash)}`);
    require(bytes !== null, 'missing', target);
    require(await sha256(bytes) === hash && bytes.length === whole(described.get('length'), target), 'other-bytes', target);
    return bytes;
  }

  /** The manifest that is out: both roles say the same of it (four eyes). Null before the first release. */
  async manifest() {
    const editors = await this.said('editors');
    const reviewers = await this.said('reviewers');
    if (editors === null && reviewers === null) {
      return null;
    }
    require(editors !== null && reviewers !== null, 'four-eyes');
    const hashes = [editors, reviewers].map((word) =>
      word.signed.get('targets').get(MANIFEST)?.get('hashes').get('sha256'));
    require(hashes[0] !== undefined && hashes[0] === hashes[1], 'four-eyes');
    return this.file(editors, MANIFEST);
  }
}
