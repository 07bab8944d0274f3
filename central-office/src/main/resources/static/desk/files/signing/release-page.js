import { at, begin, known, local, made, nextVersion, offerKey, refuse, say, send, words } from './page.js';
import { computed, reopened, reopenedBefore, signed } from './release.js';
import { waitingAt } from './source.js';
import { table } from './record.js';

const WAITING = '/desk/releases/waiting';
const SHOWN_AT_ONCE = 200;

const waiting = waitingAt(WAITING);
const role = at('sign').dataset.role;
let shown = SHOWN_AT_ONCE;

try {
  const found = await begin();
  const release = await computed(found.repository, waiting, (count) => say('read', count));
  showFacts(release);
  showChanges(release.changes);
  say('agrees', release.changes.length, release.manifest.records);
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
  refuse(fault);
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

function showChanges(changes) {
  at('changes').hidden = false;
  const draw = () => {
    const mark = at('mark').value;
    const find = at('find').value.trim().toLowerCase();
    const all = changes.filter((change) => (mark === '' || change.mark === mark)
      && `${change.title ?? ''} ${change.id}`.toLowerCase().includes(find));
    at('rows').replaceChildren(...all.slice(0, shown).map(line));
    at('more').hidden = all.length <= shown;
  };
  at('mark').addEventListener('change', draw);
  at('find').addEventListener('input', draw);
  at('more').addEventListener('click', () => {
    shown += SHOWN_AT_ONCE;
    draw();
  });
  draw();
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
