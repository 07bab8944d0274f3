import { known, made, words } from './page.js';

/** A record as rows of field and text; where it was another one before, both, with what differs marked. */
export function table(now, before) {
  const left = before === undefined ? new Map() : flat(before);
  const right = now === undefined ? new Map() : flat(now);
  const paths = [...new Set([...right.keys(), ...left.keys()])];
  const body = made('tbody');
  for (const path of paths) {
    body.append(row(path, left.get(path), right.get(path), before !== undefined));
  }
  const heads = ['field', ...(before === undefined ? [] : ['before']), ...(now === undefined ? [] : ['now'])];
  const head = made('tr', '', ...heads.map((key) => column(words(key))));
  return made('table', '', made('thead', '', head), body);
}

function column(text) {
  const cell = made('th', text);
  cell.scope = 'col';
  return cell;
}

function row(path, left, right, hasBefore) {
  const name = made('th', label(path));
  name.scope = 'row';
  const differs = hasBefore && right !== undefined && left !== right;
  const cells = [];
  if (hasBefore) {
    cells.push(made('td', differs ? '' : left ?? '', ...(differs && left !== undefined ? [made('del', left)] : [])));
  }
  if (right !== undefined || !hasBefore) {
    cells.push(made('td', differs ? '' : right ?? '', ...(differs ? [made('ins', right)] : [])));
  } else {
    cells.push(made('td'));
  }
  return made('tr', '', name, ...cells);
}

/** Names that say nothing beside what stands in them. */
const SILENT = ['header', 'text'];

/** A path in words, as all pages of the office have them; what there is no word for stands as it is in the record. */
function label(path) {
  const parts = [];
  const names = [];
  for (const step of JSON.parse(path)) {
    if (typeof step === 'number') {
      parts.push(words('field.nth', step + 1));
    } else {
      names.push(step);
      parts.push(SILENT.includes(step) ? '' : known('field.' + names.join('.')) ?? known('field.' + step) ?? step);
    }
  }
  return parts.filter((part) => part !== '').join(' · ');
}

/** The words of a constant such as in-force; any other text as it is. */
function constant(text) {
  return known('field.value.' + text) ?? text;
}

/** Text by path, each path as JSON, so that equal ones are one. */
function flat(tree) {
  const rows = new Map();
  const walk = (value, path) => {
    if (value instanceof Map) {
      value.forEach((inner, name) => walk(inner, [...path, name]));
    } else if (Array.isArray(value)) {
      value.forEach((inner, i) => walk(inner, [...path, i]));
    } else {
      rows.set(JSON.stringify(path), constant(String(value)));
    }
  };
  walk(tree, []);
  return rows;
}
