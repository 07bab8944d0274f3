import { Digits, closed, contentForm, members, parseCanonical, text, whole } from './json.js';
import { require } from './refusal.js';
import { seconds, statement } from './statement.js';
import { EMERGENCY } from './trust.js';

const ROLE = 'emergency';
const LARGEST = 64 * 1024;
const MOST_AHEAD = 1000;

/**
 * What terminals have been told, from the signed repository. Where the key does not count any more its withdrawals
 * stay, as they do on terminals, and its notices do not.
 */
export async function present(repository) {
  const last = await repository.lastWord(ROLE);
  if (last === null || !last.signed.get('targets').has(EMERGENCY)) {
    return { withdrawals: [], alerts: [] };
  }
  const list = listOf(await repository.file(last, EMERGENCY));
  const counts = await stillCounts(repository);
  return counts ? list : { withdrawals: list.withdrawals, alerts: [] };
}

async function stillCounts(repository) {
  try {
    await repository.said(ROLE);
    return true;
  } catch (refusal) {
    if (refusal.reason === 'signatures' || refusal.reason === 'expired') {
      return false;
    }
    throw refusal;
  }
}

function listOf(bytes) {
  const tree = closed(parseCanonical(bytes, EMERGENCY), ['issuedAt', 'withdrawals', 'alerts'], EMERGENCY);
  return {
    withdrawals: tree.get('withdrawals').map((w) => ({
      id: text(w.get('id'), 'id'),
      why: text(w.get('why'), 'why'),
      at: text(w.get('at'), 'at'),
      revision: w.has('revision') ? whole(w.get('revision'), 'revision') : undefined,
    })),
    alerts: tree.get('alerts').map((a) => ({
      id: text(a.get('id'), 'id'),
      title: text(a.get('title'), 'title'),
      text: text(a.get('text'), 'text'),
      from: text(a.get('from'), 'from'),
      until: text(a.get('until'), 'until'),
    })),
  };
}

/** With one more notice; those that have ended are left out. */
export function announced(list, title, words, until, now) {
  const id = 'emergency-' + crypto.randomUUID();
  const alerts = list.alerts.filter((alert) => new Date(alert.until) > now);
  return { ...list, alerts: [...alerts, { id, title, text: words, from: seconds(now), until: seconds(until) }] };
}

/** A notice of the list. */
export function noticeOf(list, id) {
  const found = list.alerts.find((alert) => alert.id === id);
  require(found !== undefined, 'no-notice');
  return found;
}

/** Without a notice, before its time. */
export function ended(list, id) {
  noticeOf(list, id);
  return { ...list, alerts: list.alerts.filter((alert) => alert.id !== id) };
}

/** With a record taken back, up to a revision; a list of withdrawals only grows. */
export function withdrawn(list, id, revision, why, now) {
  const earlier = list.withdrawals.find((w) => w.id === id);
  require(earlier === undefined || (earlier.revision ?? Infinity) <= revision, 'withdrawn-higher', id);
  const others = list.withdrawals.filter((w) => w.id !== id);
  return { ...list, withdrawals: [...others, { id, why, at: seconds(now), revision }] };
}

/** The list's bytes and the role's word about them, signed. */
export async function signed(repository, list, version, now, key) {
  require(repository.mayDo(ROLE, key.publicHex), 'not-of-role', ROLE);
  const last = repository.lastVersion(ROLE);
  require(Number.isSafeInteger(version) && version > last && version <= last + MOST_AHEAD, 'version', ROLE);
  const bytes = listForm(list, now);
  require(bytes.length <= LARGEST, 'too-long');
  return { bytes, statement: await statement(EMERGENCY, bytes, version, now, key) };
}

function listForm(list, now) {
  const withdrawals = list.withdrawals.map(({ id, why, at, revision }) =>
    members({ id, why, at, revision: revision === undefined ? undefined : new Digits(String(revision)) }));
  const alerts = list.alerts.map(({ id, title, text: words, from, until }) =>
    members({ id, title, text: words, from, until }));
  return contentForm(members({ issuedAt: seconds(now), withdrawals, alerts }));
}
