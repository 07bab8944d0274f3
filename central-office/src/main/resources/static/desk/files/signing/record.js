import { made, words } from './page.js';

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

/** A path in words: names that the page has none for stand as they are in the record. */
function label(path) {
  return JSON.parse(path).map((step) => typeof step === 'number' ? String(step + 1) : word(step)).join(' · ');
}

function word(name) {
  const found = words('name.' + name);
  return found === 'name.' + name ? name : found;
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
      rows.set(JSON.stringify(path), String(value));
    }
  };
  walk(tree, []);
  return rows;
}
