import { Stopped, beside } from './beside.js';
import { at, begin, known, local, made, nextVersion, offerKey, refuse, say, send, words } from './page.js';
import { reopened, reopenedBefore, signed } from './release.js';
import { waitingAt } from './source.js';
import { table } from './record.js';

const WAITING = '/desk/releases/waiting';
const SHOWN_AT_ONCE = 200;

const waiting = waitingAt(WAITING);
const role = at('sign').dataset.role;
const expected = Math.max(1, Number(at('work').dataset.expected));
const TELLINGS = 4;
let shown = SHOWN_AT_ONCE;
let told = 0;

try {
  const found = await begin();
  const last = await found.repository.manifest();
  const worker = await beside(integrity(), tell);
  const release = await work(worker, last);
  showFacts(release);
  await showChanges(worker);
  say('agrees', release.changes, release.manifest.records);
  offerKey(found, async (key) => {
    const version = await nextVersion(`${WAITING}/version/${role}`);
    const statement = await signed(found.repository, release, role, version, new Date(), key);
    const outcome = await send(`${WAITING}/statement/${role}`, statement);
    if (outcome !== 'TAKEN') {
      throw new Error(words('outcome.' + outcome));
    }
    at('sign').hidden = true;
    say('taken', release.manifest.release, key.holder);
  });
} catch (fault) {
  if (fault instanceof Stopped) {
    say('stopped');
    at('again').hidden = false;
    at('again').querySelector('a').focus();
  } else {
    refuse(fault);
  }
}

/** The scripts' hashes, as the page names them. */
function integrity() {
  const links = [...document.querySelectorAll('link[rel=modulepreload]')];
  return new Map(links.map((link) => [link.getAttribute('href'), link.integrity]));
}

/** The release, computed beside the page; meanwhile one can stop it, and do anything else here. */
async function work(worker, last) {
  const stop = () => worker.stop();
  at('stop').addEventListener('click', stop);
  at('work').hidden = false;
  say('checking');
  tell(0);
  try {
    return await worker.ask('compute', { last, waiting: WAITING });
  } finally {
    const hadFocus = at('work').contains(document.activeElement);
    at('work').hidden = true;
    if (hadFocus) {
      at('main').focus();
    }
  }
}

/** Always where it can be seen; read out at each quarter. */
function tell(count) {
  at('bar').value = count / expected;
  at('far').textContent = words('far', count, expected);
  const quarter = Math.floor(TELLINGS * count / expected);
  if (quarter > told) {
    told = quarter;
    say('read', count, expected);
  }
}

function showFacts({ manifest, last, differs }) {
  const facts = {
    release: manifest.release,
    last: last === null ? words('no-last') : `${last.release} (${local(last.publishedAt)})`,
    publishedAt: local(manifest.publishedAt),
    office: manifest.office,
    staleAfterDays: manifest.staleAfterDays,
    intakeKey: manifest.intakeKey ?? words('no-intake-key'),
    records: manifest.records,
    stateDigest: manifest.stateDigest,
  };
  for (const [name, value] of Object.entries(facts)) {
    at('facts-list').append(made('dt', words('fact.' + name)), made('dd', String(value)));
  }
  at('differs').hidden = differs.length === 0;
  for (const { name, before, now } of differs) {
    at('differs').querySelector('ul').append(made('li', `${words('fact.' + name)}: `, made('del', String(before)), ' → ', made('ins', String(now))));
  }
  at('facts').hidden = false;
}

async function showChanges(worker) {
  at('changes').hidden = false;
  let turn = 0;
  const draw = async () => {
    const mine = ++turn;
    const find = at('find').value.trim().toLowerCase();
    const { lines, all } = await worker.ask('lines', { mark: at('mark').value, find, most: shown });
    if (mine === turn) {
      at('rows').replaceChildren(...lines.map(line));
      at('more').hidden = all <= shown;
    }
  };
  const again = () => draw().catch(refuse);
  at('mark').addEventListener('change', again);
  at('find').addEventListener('input', again);
  at('more').addEventListener('click', () => {
    shown += SHOWN_AT_ONCE;
    again();
  });
  await draw();
}

function line(change) {
  const button = made('button', change.title ?? change.id);
  button.type = 'button';
  button.className = 'second';
  button.addEventListener('click', () => show(change).catch(refuse));
  const kind = made('span', words('mark.' + change.mark));
  kind.className = 'tag';
  const id = made('td', change.id);
  id.className = 'mono';
  return made('tr', '', made('td', '', kind), made('td', '', button), made('td', typeName(change.type)), id);
}

function typeName(type) {
  return type === undefined ? '' : known('field.value.' + type) ?? type;
}

/** Opens a record: its bytes are hashed again, so that what is read is what is signed. */
async function show(change) {
  const now = change.mark === '-' ? undefined : await reopened(await waiting.record(change.id), change);
  const before = change.mark === '+' ? undefined : await reopenedBefore(await waiting.former(change.id), change);
  const title = made('h3', `${words('mark.' + change.mark)}: ${change.title ?? change.id}`);
  at('opened').replaceChildren(title, ...(now === undefined ? [] : [preview(change.id)]), table(now, before));
  at('opened').hidden = false;
  at('opened').focus();
}

/** The server's picture of it, for looking at. */
function preview(id) {
  const link = made('a', words('preview'));
  link.href = `/desk/preview/waiting?id=${encodeURIComponent(id)}`;
  link.target = '_blank';
  return made('p', '', link);
}
