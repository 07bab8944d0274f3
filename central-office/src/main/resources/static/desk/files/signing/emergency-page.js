import { base64, textOf } from './bytes.js';
import { announced, ended, noticeOf, present, signed, withdrawn } from './emergency.js';
import { at, begin, local, nextVersion, offerKey, refuse, say, send, words } from './page.js';
import { Refusal, require } from './refusal.js';
import { bytesOf } from './source.js';

const ADDRESS = '/desk/emergency';
const BEIJING = '+08:00';

/** Makes the list to be signed from the one that is out; null while nothing was chosen. */
let change = null;

/** The change that was staged when the button was pressed: opening the key takes a while. */
let pressed = null;

try {
  const found = await begin();
  const list = await present(found.repository);
  chooseBy(list);
  at('sign-form').addEventListener('submit', () => {
    pressed = change;
  });
  offerKey(found, async (key) => {
    require(pressed !== null && pressed === change, 'changed-meanwhile');
    const version = await nextVersion(`${ADDRESS}/version`);
    const made = await signed(found.repository, pressed(new Date()), version, new Date(), key);
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
  for (const form of ['notice-form', 'withdraw-form']) {
    at(form).addEventListener('input', drop);
  }
  at('notice-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const until = new Date(at('until').value + BEIJING);
    const [title, text] = [at('title').value.trim(), paragraphs()];
    stage(words('stage.notice', title, local(until)), { title, text }, (now) => {
      if (until <= now) {
        throw new Refusal('until-past');
      }
      return announced(list, title, text, until, now);
    });
    at('staged-drawn').dispatchEvent(new Event('draw'));
  });
  at('withdraw-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const [id, why] = [at('record').value.trim(), at('why').value.trim()];
    drop();
    const revision = await bytesOf(`${ADDRESS}/revision?id=${encodeURIComponent(id)}`, true);
    if (revision === null) {
      refuse(new Refusal('no-such-record', id));
      return;
    }
    if (at('record').value.trim() !== id || at('why').value.trim() !== why) {
      return;
    }
    const highest = Number(textOf(revision));
    stage(words('stage.withdraw', id, highest, why), null, (now) => withdrawn(list, id, highest, why, now));
  });
  for (const button of document.querySelectorAll('[data-end]')) {
    button.addEventListener('click', () => stageEnd(list, button.dataset.end));
  }
  at('cancel').addEventListener('click', drop);
}

/** What is ended is named as the signed list has it, whatever the server wrote beside the button. */
function stageEnd(list, id) {
  drop();
  try {
    const notice = noticeOf(list, id);
    stage(words('stage.end', notice.title), notice, () => ended(list, id));
  } catch (fault) {
    refuse(fault);
  }
}

/** What was staged is not to be signed any more. */
function drop() {
  change = null;
  at('staged').hidden = true;
  at('sign').hidden = true;
  at('drawn').replaceChildren();
  at('staged-drawn').replaceChildren();
}

function paragraphs() {
  return at('text').value.split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n');
}

/**
 * Offers a change to be signed.
 *
 * @param notice the notice that it is about, shown whole; null for a withdrawal
 */
function stage(sentence, notice, made) {
  change = made;
  at('refused').hidden = true;
  at('staged-words').textContent = sentence;
  at('staged-notice').hidden = notice === null;
  at('staged-notice-title').textContent = notice?.title ?? '';
  at('staged-notice-text').textContent = notice?.text ?? '';
  at('staged').hidden = false;
  at('sign').hidden = false;
  at('staged').focus();
}
