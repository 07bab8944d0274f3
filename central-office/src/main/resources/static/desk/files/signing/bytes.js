const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hex. */
export function hex(bytes) {
  let text = '';
  for (const byte of bytes) {
    text += HEX[byte];
  }
  return text;
}

/** The bytes of hex digits, two a byte. */
export function unhex(text) {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export function utf8(text) {
  return new TextEncoder().encode(text);
}

/** Text of UTF-8 bytes; throws TypeError where they are none. */
export function textOf(bytes) {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** Bytes of base64 with or without line breaks. */
export function unbase64(text) {
  return Uint8Array.from(atob(text.replace(/\s/g, '')), (c) => c.charCodeAt(0));
}

export function base64(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

export function concat(...parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function equal(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) {
    at++;
  }
  return at === one.length && at === other.length;
}

/** SHA-256 in lower-case hex. */
export async function sha256(bytes) {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
