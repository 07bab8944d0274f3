import { concat } from './bytes.js';
import { require } from './refusal.js';

export const SEQUENCE = 0x30;
export const INTEGER = 0x02;
export const OCTETS = 0x04;
export const NULL = 0x05;
export const OBJECT_ID = 0x06;

/** Reads DER (X.690): the element that fills these bytes, as tag and content. */
export function element(bytes) {
  const [first, ...rest] = elements(bytes);
  require(first !== undefined && rest.length === 0, 'key-damaged');
  return first;
}

/** The elements that fill these bytes, one after the other. */
export function elements(bytes) {
  const found = [];
  for (let at = 0; at < bytes.length; ) {
    const { length, begins } = lengthAt(bytes, at + 1);
    require(begins + length <= bytes.length, 'key-damaged');
    found.push({ tag: bytes[at], content: bytes.subarray(begins, begins + length) });
    at = begins + length;
  }
  return found;
}

/** The elements within a sequence. */
export function within(item) {
  return elements(content(item, SEQUENCE));
}

/** The content of an element that must have this tag. */
export function content(item, tag) {
  require(item !== undefined && item.tag === tag, 'key-damaged');
  return item.content;
}

/** A whole number below 2^31. */
export function number(item) {
  const bytes = content(item, INTEGER);
  require(bytes.length >= 1 && bytes.length <= 4 && bytes[0] < 0x80, 'key-damaged');
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

function lengthAt(bytes, at) {
  const first = bytes[at];
  if (first < 0x80) {
    return { length: first, begins: at + 1 };
  }
  const count = first - 0x80;
  require(count >= 1 && count <= 3 && at + count < bytes.length, 'key-damaged');
  const length = bytes.subarray(at + 1, at + 1 + count).reduce((sum, byte) => sum * 256 + byte, 0);
  return { length, begins: at + 1 + count };
}

/** An element in DER. */
export function der(tag, ...parts) {
  const inside = concat(...parts);
  const length = inside.length < 0x80 ? [inside.length]
    : inside.length < 0x100 ? [0x81, inside.length] : [0x82, inside.length >> 8, inside.length & 0xff];
  return concat(Uint8Array.of(tag, ...length), inside);
}
