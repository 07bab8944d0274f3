import { textOf } from './bytes.js';
import { trusted } from './anchor.js';
import { open } from './keyfile.js';
import { Refusal } from './refusal.js';
import { bytesOf, repositoryAt } from './source.js';

export const at = (id) => document.getElementById(id);

const SAID = new Map([...at('words').content.children].map((one) => [one.dataset.key, one.textContent]));

/** The words of a key, or undefined. */
export function known(key) {
  return SAID.get(key);
}

/** The sentence of a key, from the page's own words. */
export function words(key, ...details) {
  const found = known(key);
  return found === undefined ? [key, ...details].join(' ')
    : found.replace(/\{(\d)\}/g, (_, i) => String(details[i] ?? ''));
}

/** An element with text, and whatever else it holds. */
export function made(name, text = '', ...children) {
  const element = document.createElement(name);
  element.textContent = text;
  element.append(...children);
  return element;
}

/** A time as the office's clocks show it. */
export function local(time) {
  return new Date(time).toLocaleString(document.documentElement.lang, { timeZone: 'Asia/Shanghai' });
}

export function say(key, ...details) {
  at('state').hidden = false;
  at('state').querySelector('p').textContent = words(key, ...details);
}

/** Says why nothing is signed. Whatever went wrong, nothing was. */
export function refuse(fault) {
  const isOurs = fault instanceof Refusal;
  if (!isOurs) {
    console.error(fault);
  }
  at('state').hidden = true;
  const sentence = isOurs ? words('refused.' + fault.reason, ...fault.details) : words('refused.unexpected', fault.message);
  at('refused').querySelector('p').textContent = sentence;
  at('refused').hidden = false;
  at('refused').scrollIntoView({ block: 'nearest' });
}

function forget() {
  at('refused').hidden = true;
}

/** The verified repository; at the first use the page asks the person to compare the fingerprint. */
export async function begin() {
  if (!await knowsEd25519()) {
    throw new Refusal('no-ed25519');
  }
  const trust = async () => JSON.parse(textOf(await bytesOf('/api/trust', true)));
  const found = await trusted(repositoryAt('/repository', newest()), localStorage, trust, new Date());
  if (found.firstUse === null) {
    found.remember();
  } else {
    at('fingerprint').textContent = found.firstUse;
    at('first-use').hidden = false;
    at('agreed').required = true;
  }
  return found;
}

function newest() {
  const { root, targets, out } = at('sign').dataset;
  return { root: Number(root), targets: Number(targets), isOut: out === 'true' };
}

async function knowsEd25519() {
  try {
    await crypto.subtle.generateKey('Ed25519', false, ['sign']);
    return true;
  } catch {
    return false;
  }
}

/**
 * Shows the form of the key, and signs when it is sent.
 *
 * @param found what {@link begin} gave
 * @param sign takes the opened key
 */
export function offerKey(found, sign) {
  at('sign').hidden = false;
  at('sign-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    forget();
    at('go').disabled = true;
    try {
      say('signing');
      const key = await open(await at('key').files[0].text(), at('passphrase').value);
      if (found.firstUse !== null) {
        found.remember();
      }
      await sign(key);
      at('sign-form').reset();
    } catch (fault) {
      refuse(fault);
    } finally {
      at('passphrase').value = '';
      at('go').disabled = false;
    }
  });
}

/** Sends what was signed. */
export async function send(address, body, type = 'application/octet-stream') {
  const csrf = JSON.parse(document.body.getAttribute('hx-headers'));
  const answer = await fetch(address, { method: 'POST', body, headers: { ...csrf, 'Content-Type': type }, redirect: 'error' });
  if (!answer.ok) {
    throw new Refusal('server', answer.status);
  }
  return answer.text();
}

/** The version that a role's next word has. */
export async function nextVersion(address) {
  return Number(textOf(await bytesOf(address, true)));
}
