import { base64, concat, equal, hex, sha256, unbase64, unhex, utf8 } from './bytes.js';
import { NULL, OBJECT_ID, OCTETS, SEQUENCE, INTEGER, content, der, element, number, within } from './asn1.js';
import { members, metadataForm } from './json.js';
import { Refusal, require } from './refusal.js';

const FORM = new RegExp(
  '^OpenHall key: (\\S+)\\nHolder: ([^\\n]*)\\nMade: (\\S+)\\n\\s*' +
    '-----BEGIN (ENCRYPTED )?PRIVATE KEY-----([^-]+)-----END (?:ENCRYPTED )?PRIVATE KEY-----\\s+' +
    '-----BEGIN PUBLIC KEY-----([^-]+)-----END PUBLIC KEY-----\\s*$');
const PBES2 = unhex('2a864886f70d01050d');
const PBKDF2 = unhex('2a864886f70d01050c');
const HMAC_SHA256 = unhex('2a864886f70d0209');
const AES256_CBC = unhex('60864801650304012a');
const SPKI = unhex('302a300506032b6570032100');
const ROUNDS = 600_000;
const MOST_ROUNDS = 10_000_000;

/** What can be read of a key file without its passphrase. */
export function read(text) {
  const form = FORM.exec(text.replaceAll('\r\n', '\n'));
  require(form !== null, 'key-form');
  const [, role, holder, made, locked, block, publicBlock] = form;
  try {
    return { role, holder, made, isProtected: locked !== undefined, block: unbase64(block), spki: unbase64(publicBlock) };
  } catch {
    throw new Refusal('key-damaged');
  }
}

/**
 * Opens a key file. What comes back signs and cannot be exported; the private bytes are overwritten.
 *
 * @param text the whole file
 * @param passphrase looked at where the file has one
 */
export async function open(text, passphrase) {
  const file = read(text);
  const plain = file.isProtected ? await decrypted(file.block, passphrase) : file.block;
  try {
    const key = await crypto.subtle.importKey('pkcs8', plain, 'Ed25519', false, ['sign']);
    return await proved(file, key);
  } catch (fault) {
    throw fault instanceof Refusal ? fault : new Refusal('key-damaged');
  } finally {
    plain.fill(0);
  }
}

/** The public half stands in the file in the clear: whoever exchanged it would have us sign under another's name. */
async function proved(file, key) {
  require(equal(file.spki.subarray(0, SPKI.length), SPKI), 'key-damaged');
  const halfPublic = await crypto.subtle.importKey('spki', file.spki, 'Ed25519', false, ['verify']);
  const sample = utf8('openhall');
  const sign = async (bytes) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, bytes));
  require(await crypto.subtle.verify('Ed25519', halfPublic, await sign(sample), sample), 'key-halves');
  const publicHex = hex(file.spki.subarray(SPKI.length));
  return { role: file.role, holder: file.holder, made: file.made, publicHex, id: await keyId(publicHex), sign };
}

/** The id of an Ed25519 key in metadata (specification §4.2). */
export function keyId(publicHex) {
  return sha256(metadataForm(
    members({ keytype: 'ed25519', scheme: 'ed25519', keyval: members({ public: publicHex }) })));
}

/** PBES2 (RFC 8018 §6.2) with PBKDF2, HMAC-SHA-256 and AES-256-CBC, and nothing else. */
async function decrypted(block, passphrase) {
  const [algorithm, encrypted] = within(element(block));
  const [kind, parameters] = within(algorithm);
  const [derivation, cipher] = within(parameters);
  const [kindOfDerivation, derivationParameters] = within(derivation);
  const [salt, rounds, ...others] = within(derivationParameters);
  const prf = others.find((other) => other.tag === SEQUENCE);
  const [kindOfCipher, iv] = within(cipher);
  const isKnown = is(kind, PBES2) && is(kindOfDerivation, PBKDF2) && is(kindOfCipher, AES256_CBC)
    && prf !== undefined && is(within(prf)[0], HMAC_SHA256);
  require(isKnown && number(rounds) <= MOST_ROUNDS, 'key-encryption');
  const key = await derived(passphrase, content(salt, OCTETS), number(rounds), 'decrypt');
  try {
    const name = { name: 'AES-CBC', iv: content(iv, OCTETS) };
    return new Uint8Array(await crypto.subtle.decrypt(name, key, content(encrypted, OCTETS)));
  } catch {
    throw new Refusal('key-passphrase');
  }
}

function is(item, id) {
  return equal(content(item, OBJECT_ID), id);
}

async function derived(passphrase, salt, rounds, use) {
  const secret = await crypto.subtle.importKey('raw', utf8(passphrase), 'PBKDF2', false, ['deriveKey']);
  const name = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return crypto.subtle.deriveKey(name, secret, { name: 'AES-CBC', length: 256 }, false, [use]);
}

/**
 * Makes a new key.
 *
 * @param label role, holder, and the day on which it is made
 * @return the key's file, to be kept by its holder, and what the office may know: id and public half
 */
export async function create(label, passphrase) {
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const plain = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(16));
  const key = await derived(passphrase, salt, ROUNDS, 'encrypt');
  const encrypted = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, key, plain));
  plain.fill(0);
  const publicHex = hex(spki.subarray(SPKI.length));
  const head = `OpenHall key: ${label.role}\nHolder: ${label.holder.replace(/\s+/g, ' ')}\nMade: ${label.made}\n`;
  const file = head + pem('ENCRYPTED PRIVATE KEY', envelope(salt, iv, encrypted)) + pem('PUBLIC KEY', spki);
  return { file, publicHex, id: await keyId(publicHex) };
}

function envelope(salt, iv, encrypted) {
  const rounds = der(INTEGER, Uint8Array.of(ROUNDS >> 16, (ROUNDS >> 8) & 0xff, ROUNDS & 0xff));
  const prf = der(SEQUENCE, der(OBJECT_ID, HMAC_SHA256), der(NULL));
  const derivation = der(SEQUENCE, der(OBJECT_ID, PBKDF2),
    der(SEQUENCE, der(OCTETS, salt), rounds, der(INTEGER, Uint8Array.of(32)), prf));
  const cipher = der(SEQUENCE, der(OBJECT_ID, AES256_CBC), der(OCTETS, iv));
  const algorithm = der(SEQUENCE, der(OBJECT_ID, PBES2), der(SEQUENCE, derivation, cipher));
  return der(SEQUENCE, algorithm, der(OCTETS, encrypted));
}

function pem(label, bytes) {
  const body = base64(concat(bytes)).replace(/(.{64})(?=.)/g, '$1\n');
  return `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;
}
