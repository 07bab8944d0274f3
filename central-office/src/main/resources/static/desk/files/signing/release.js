import { equal, sha256, textOf, unhex, utf8 } from './bytes.js';
import { Digits, closed, contentForm, members, parseCanonical, text, whole } from './json.js';
import { require } from './refusal.js';
import { statement } from './statement.js';
import { MANIFEST } from './trust.js';

const FIELDS = ['release', 'publishedAt', 'office', 'staleAfterDays', 'intakeKey', 'channels'];
const CHANNEL = ['name', 'title', 'records', 'stateDigest', 'full', 'deltas'];
const PACK = ['target', 'length', 'sha256'];
const DELTA = ['fromRelease', 'fromDigest', 'length', 'sha256'];
const ID = /^[A-Za-z0-9._-]{1,64}$/;
const HASH = /^[0-9a-f]{64}$/;
const HASH_LENGTH = 32;
/** How far a version may run ahead of the last one that was published: attempts leave gaps. */
const MOST_AHEAD = 1000;

/**
 * Computes the manifest of a release that waits, from the records that are shown: the state of the last release, which
 * two signatures prove, with the records added, changed and removed. What the server says is only compared with it.
 *
 * @param lastBytes the manifest that is out, as both roles signed it; null before the first release
 * @param waiting the server's word: manifest(), before(), removed() and records() of the release that waits
 * @param progress hears how many records have been looked at
 * @return the manifest's bytes, its fields, and what is shown
 */
export async function computed(lastBytes, waiting, progress = () => {}) {
  const said = await waiting.manifest();
  const manifest = fieldsOf(said, 'manifest');
  const last = lastBytes === null ? null : fieldsOf(lastBytes, 'last');
  require(manifest.release > (last?.release ?? 0), 'number', manifest.release, last?.release ?? 0);
  const state = await formerState(last, waiting);
  const changes = [];
  remove(state, await waiting.removed(), changes);
  for await (const line of waiting.records()) {
    changes.push(await put(state, line, changes.at(-1)));
    progress(changes.length);
  }
  const own = { ...manifest, records: state.size, stateDigest: await digest(state) };
  require(own.records === manifest.records, 'count', manifest.records, own.records);
  require(own.stateDigest === manifest.stateDigest, 'state');
  const bytes = manifestForm(own);
  require(equal(bytes, said), 'manifest');
  return { bytes, manifest: own, last, changes, differs: differences(own, last) };
}

/**
 * Signs what was computed.
 *
 * @param role editors or reviewers
 * @param version that the server proposes
 */
export async function signed(repository, release, role, version, now, key) {
  require(repository.mayDo(role, key.publicHex), 'not-of-role', role);
  const last = repository.lastVersion(role);
  require(Number.isSafeInteger(version) && version > last && version <= last + MOST_AHEAD, 'version', role);
  return statement(MANIFEST, release.bytes, version, now, key);
}

/** A record's JSON as the server gives it later, once more against what was computed. */
export async function reopened(bytes, change) {
  require(await sha256(bytes) === change.sha256, 'record-differs', change.id);
  return parseCanonical(bytes, change.id);
}

/** The same of the record as it was at the last release. */
export async function reopenedBefore(bytes, change) {
  require(await sha256(bytes) === change.before, 'record-differs', change.id);
  return parseCanonical(bytes, change.id);
}

/** The hashes of the last release's records, which must add up to the digest that was signed. */
async function formerState(last, waiting) {
  const state = new Map();
  if (last === null) {
    return state;
  }
  for (const line of lines(await waiting.before())) {
    const [id, sha] = line.split(' ');
    require(ID.test(id) && HASH.test(sha) && !state.has(id), 'before-line', line);
    state.set(id, sha);
  }
  require(state.size === last.records && await digest(state) === last.stateDigest, 'before');
  return state;
}

function lines(bytes) {
  return textOf(bytes).split('\n').filter((line) => line !== '');
}

function remove(state, bytes, changes) {
  for (const id of lines(bytes)) {
    require(state.has(id), 'removed-unknown', id);
    changes.push({ mark: '-', id, before: state.get(id) });
    state.delete(id);
  }
}

/** Takes a record in; they come by ascending id. */
async function put(state, line, previous) {
  const record = parseCanonical(line, 'record');
  const header = record.get('header');
  require(header instanceof Map, 'wrong-field', 'header');
  const id = text(header.get('id'), 'id');
  require(ID.test(id), 'wrong-field', 'id');
  require(previous === undefined || previous.mark === '-' || previous.id < id, 'order', id);
  const before = state.get(id);
  const sha = await sha256(line);
  require(sha !== before, 'unchanged', id);
  state.set(id, sha);
  return {
    mark: before === undefined ? '+' : '~',
    id,
    type: text(record.get('type'), id + '.type'),
    title: String(record.get('title') ?? record.get('name') ?? id),
    revision: header.get('revision')?.toString() ?? '',
    sha256: sha,
    before,
  };
}

/** The digest of a state: SHA-256 over id, which is ASCII, 0x00 and hash of each record, by ascending id. */
export async function digest(state) {
  const ids = [...state.keys()].sort();
  const all = new Uint8Array(ids.reduce((length, id) => length + id.length + 1 + HASH_LENGTH, 0));
  let at = 0;
  for (const id of ids) {
    all.set(utf8(id), at);
    all.set(unhex(state.get(id)), at + id.length + 1);
    at += id.length + 1 + HASH_LENGTH;
  }
  return sha256(all);
}

/** The fields of a manifest; a field that is not known here cannot be shown, so nothing that has one is signed. */
function fieldsOf(bytes, name) {
  const tree = closed(parseCanonical(bytes, name), FIELDS, name);
  const channels = tree.get('channels');
  require(Array.isArray(channels) && channels.length === 1, 'channels');
  const channel = closed(channels[0], CHANNEL, name);
  const full = closed(channel.get('full'), PACK, name);
  require(full.get('target') === `packs/${full.get('sha256')}.pack`, 'wrong-field', 'full');
  require(Array.isArray(channel.get('deltas')), 'wrong-field', 'deltas');
  channel.get('deltas').forEach((delta) => closed(delta, DELTA, name));
  const intakeKey = tree.has('intakeKey') ? text(tree.get('intakeKey'), 'intakeKey') : undefined;
  return {
    release: whole(tree.get('release'), 'release'),
    publishedAt: text(tree.get('publishedAt'), 'publishedAt'),
    office: text(tree.get('office'), 'office'),
    staleAfterDays: whole(tree.get('staleAfterDays'), 'staleAfterDays'),
    intakeKey,
    channel: text(channel.get('name'), 'name'),
    title: text(channel.get('title'), 'title'),
    records: whole(channel.get('records'), 'records'),
    stateDigest: text(channel.get('stateDigest'), 'stateDigest'),
    full,
    deltas: channel.get('deltas'),
  };
}

function manifestForm(fields) {
  const channel = members({
    name: fields.channel,
    title: fields.title,
    records: new Digits(String(fields.records)),
    stateDigest: fields.stateDigest,
    full: fields.full,
    deltas: fields.deltas,
  });
  return contentForm(members({
    release: new Digits(String(fields.release)),
    publishedAt: fields.publishedAt,
    office: fields.office,
    staleAfterDays: new Digits(String(fields.staleAfterDays)),
    intakeKey: fields.intakeKey,
    channels: [channel],
  }));
}

/** What the release says otherwise than the last one, its records aside. */
function differences(own, last) {
  const names = ['office', 'staleAfterDays', 'intakeKey', 'channel', 'title'];
  return last === null ? [] : names
    .filter((name) => own[name] !== last[name])
    .map((name) => ({ name, before: last[name] ?? '', now: own[name] ?? '' }));
}
