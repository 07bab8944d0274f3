import { utf8, textOf, equal } from './bytes.js';
import { Refusal, require } from './refusal.js';

const DEEPEST = 64;

/** A number as its digits stand in the text: what is not computed with is not changed. */
export class Digits {
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

/**
 * Reads JSON as the office and the terminals do: no name twice in an object, whole surrogate pairs, numbers as they are
 * written. JSON.parse would take the last of two names where a terminal refuses the file.
 */
export function parse(bytes, name) {
  let text;
  try {
    text = textOf(bytes);
  } catch {
    throw new Refusal('not-json', name, 0);
  }
  return new Reader(text, name).whole();
}

/** The same, of bytes that must be in the canonical form in which content is written. */
export function parseCanonical(bytes, name) {
  const tree = parse(bytes, name);
  require(equal(contentForm(tree), bytes), 'not-canonical', name);
  return tree;
}

class Reader {
  constructor(text, name) {
    this.text = text;
    this.name = name;
    this.at = 0;
  }

  fault() {
    return new Refusal('not-json', this.name, this.at);
  }

  whole() {
    const value = this.value(0);
    this.space();
    if (this.at < this.text.length) {
      throw this.fault();
    }
    return value;
  }

  space() {
    while (' \n\r\t'.includes(this.text.charAt(this.at)) && this.at < this.text.length) {
      this.at++;
    }
  }

  take(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) {
      throw this.fault();
    }
    this.at = pattern.lastIndex;
    return found[0];
  }

  value(depth) {
    this.space();
    if (depth > DEEPEST) {
      throw this.fault();
    }
    switch (this.text.charAt(this.at)) {
      case '{':
        return this.object(depth);
      case '[':
        return this.array(depth);
      case '"':
        return this.string();
      case 't':
      case 'f':
      case 'n':
        return JSON.parse(this.take(/true|false|null/y));
      default:
        return new Digits(this.take(/-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?/y));
    }
  }

  /** An object is a Map, so that no name means anything to JavaScript. */
  object(depth) {
    const members = new Map();
    this.at++;
    for (let more = this.opens('}'); more; more = this.goesOn('}')) {
      this.space();
      const key = this.string();
      this.space();
      this.take(/:/y);
      if (members.has(key)) {
        throw this.fault();
      }
      members.set(key, this.value(depth + 1));
    }
    return members;
  }

  array(depth) {
    const items = [];
    this.at++;
    for (let more = this.opens(']'); more; more = this.goesOn(']')) {
      items.push(this.value(depth + 1));
    }
    return items;
  }

  opens(end) {
    this.space();
    const isEmpty = this.text.charAt(this.at) === end;
    this.at += isEmpty ? 1 : 0;
    return !isEmpty;
  }

  goesOn(end) {
    this.space();
    return this.take(end === '}' ? /[,}]/y : /[,\]]/y) === ',';
  }

  string() {
    const start = this.at;
    const text = JSON.parse(this.take(/"([^"\\\u0000-\u001f]|\\(["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y));
    if (/\p{Surrogate}/u.test(text)) {
      this.at = start;
      throw this.fault();
    }
    return text;
  }
}

/** The canonical form of content: names by UTF-16 unit; quote, backslash and control characters escaped. */
export function contentForm(tree) {
  return utf8(written(tree, (a, b) => (a < b ? -1 : 1), /["\\\u0000-\u001f]/g));
}

/** The canonical form of The Update Framework: names by code point; only quote and backslash escaped. */
export function metadataForm(tree) {
  return utf8(written(tree, byCodePoint, /["\\]/g));
}

function byCodePoint(a, b) {
  const one = Array.from(a, (c) => c.codePointAt(0));
  const other = Array.from(b, (c) => c.codePointAt(0));
  const at = one.findIndex((point, i) => point !== other[i]);
  return at < 0 ? one.length - other.length : one[at] - (other[at] ?? -1);
}

function written(value, order, escaped) {
  if (value instanceof Map) {
    const names = [...value.keys()].sort(order);
    return '{' + names.map((n) => quoted(n, escaped) + ':' + written(value.get(n), order, escaped)).join(',') + '}';
  }
  if (Array.isArray(value)) {
    return '[' + value.map((item) => written(item, order, escaped)).join(',') + ']';
  }
  return typeof value === 'string' ? quoted(value, escaped) : String(value);
}

function quoted(text, escaped) {
  const safe = text.replace(escaped, (c) =>
    c < ' ' ? '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0') : '\\' + c);
  return '"' + safe + '"';
}

/** An object of the names that are not undefined. */
export function members(object) {
  return new Map(Object.entries(object).filter(([, value]) => value !== undefined));
}

/** A whole number that is no larger than JavaScript counts. */
export function whole(value, name) {
  require(value instanceof Digits && /^\d{1,15}$/.test(value.text), 'wrong-field', name);
  return Number(value.text);
}

/** A text. */
export function text(value, name) {
  require(typeof value === 'string', 'wrong-field', name);
  return value;
}

/** An object that has these names and no other one, so that nothing that is not shown is signed. */
export function closed(value, names, name) {
  require(value instanceof Map, 'wrong-field', name);
  for (const found of value.keys()) {
    require(names.includes(found), 'unknown-field', name + '.' + found);
  }
  return value;
}
