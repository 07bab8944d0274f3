import { base64, textOf } from './bytes.js';
import { announced, ended, present, signed, withdrawn } from './emergency.js';
import { at, begin, local, nextVersion, offerKey, refuse, say, send, words } from './page.js';
import { Refusal } from './refusal.js';
import { bytesOf } from './source.js';

const ADDRESS = '/desk/emergency';
const BEIJING = '+08:00';

/** Makes the list to be signed from the one that is out; null while nothing was chosen. */
let change = null;

try {
  const found = await begin();
  const list = await present(found.repository);
  chooseBy(list);
  offerKey(found, async (key) => {
    const version = await nextVersion(`${ADDRESS}/version`);
    const made = await signed(found.repository, change(new Date()), version, new Date(), key);
    const body = JSON.stringify({ list: base64(made.bytes), statement: base64(made.statement) });
    const outcome = await send(`${ADDRESS}/list`, body, 'application/json');
    if (outcome !== 'PUBLISHED') {
      throw new Error(words('outcome.' + outcome));
    }
    say('out');
    location.reload();
  });
  at('sign').hidden = true;
} catch (fault) {
  refuse(fault);
}

function chooseBy(list) {
  at('notice-form').addEventListener('input', preview);
  at('notice-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const until = new Date(at('until').value + BEIJING);
    const [title, text] = [at('title').value.trim(), paragraphs()];
    stage(words('stage.notice', title, local(until)), (now) => {
      if (until <= now) {
        throw new Refusal('until-past');
      }
      return announced(list, title, text, until, now);
    });
  });
  at('withdraw-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const [id, why] = [at('record').value.trim(), at('why').value.trim()];
    const revision = await bytesOf(`${ADDRESS}/revision?id=${encodeURIComponent(id)}`, true);
    if (revision === null) {
      refuse(new Refusal('no-such-record', id));
      return;
    }
    const highest = Number(textOf(revision));
    stage(words('stage.withdraw', id, highest, why), (now) => withdrawn(list, id, highest, why, now));
  });
  for (const button of document.querySelectorAll('[data-end]')) {
    button.addEventListener('click', () =>
      stage(words('stage.end', button.dataset.title), () => ended(list, button.dataset.end)));
  }
  at('cancel').addEventListener('click', () => {
    change = null;
    at('staged').hidden = true;
    at('sign').hidden = true;
  });
}

function paragraphs() {
  return at('text').value.split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n');
}

function preview() {
  at('preview-title').textContent = at('title').value;
  at('preview-text').textContent = paragraphs();
}

function stage(sentence, made) {
  change = made;
  at('refused').hidden = true;
  at('staged-words').textContent = sentence;
  at('staged').hidden = false;
  at('sign').hidden = false;
  at('staged').focus();
}
