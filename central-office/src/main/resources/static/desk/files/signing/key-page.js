import { sha256, utf8 } from './bytes.js';
import { grouped } from './fingerprint.js';
import { create, open } from './keyfile.js';
import { at, refuse, say, send, words } from './page.js';
import { Refusal, require } from './refusal.js';

const SHORTEST = 12;

at('make').addEventListener('submit', async (event) => {
  event.preventDefault();
  at('refused').hidden = true;
  at('go').disabled = true;
  try {
    const passphrase = at('passphrase').value;
    require(passphrase.length >= SHORTEST, 'passphrase-short', SHORTEST);
    require(passphrase === at('again').value, 'passphrases-differ');
    say('making');
    await offer(await made(at('role').value, passphrase));
  } catch (fault) {
    refuse(fault);
  } finally {
    at('passphrase').value = '';
    at('again').value = '';
    at('go').disabled = false;
  }
});

/** A new key, whose file was opened once: what cannot be read again is not handed out. */
async function made(role, passphrase) {
  const { holder, today } = at('make').dataset;
  try {
    const key = await create({ role, holder, made: today }, passphrase);
    await open(key.file, passphrase);
    return { ...key, role };
  } catch (fault) {
    throw fault instanceof DOMException && fault.name === 'NotSupportedError' ? new Refusal('no-key-kind') : fault;
  }
}

/** First the file is saved, then the public half is sent: nobody waits for a key that nobody has. */
async function offer(key) {
  const print = grouped(await sha256(utf8(`openhall key\n${key.role}\n${key.publicHex}\n`)));
  at('state').hidden = true;
  at('make').hidden = true;
  at('made').hidden = false;
  at('print').textContent = print;
  at('save').href = URL.createObjectURL(new Blob([key.file], { type: 'application/octet-stream' }));
  at('save').download = `${key.role}-${at('make').dataset.id}-${key.id.slice(0, 8)}.key`;
  at('save').addEventListener('click', () => {
    at('ask').disabled = false;
  });
  at('ask').addEventListener('click', () => ask(key, print), { once: true });
  at('made').focus();
}

async function ask(key, print) {
  at('ask').disabled = true;
  try {
    const body = new URLSearchParams({ role: key.role, public: key.publicHex }).toString();
    await send('/desk/keys', body, 'application/x-www-form-urlencoded');
    at('ask').hidden = true;
    say('asked', print);
  } catch (fault) {
    refuse(fault instanceof Refusal ? new Refusal('key-not-asked') : new Error(words('refused.key-not-asked')));
  }
}
