// Signs what waits at an office, as a page does: BASE KEYFILE PASSPHRASE ROLE VERSION NOW STORE. Prints what came of it.
import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import { webcrypto } from 'node:crypto';

globalThis.crypto ??= webcrypto;
const [base, keyFile, passphrase, role, version, now, storeFile] = process.argv.slice(2);
const { trusted } = await import('./anchor.js');
const { open } = await import('./keyfile.js');
const { repositoryAt, waitingAt, bytesOf } = await import('./source.js');
const { Refusal } = await import('./refusal.js');
const release = await import('./release.js');
const emergency = await import('./emergency.js');

const stored = existsSync(storeFile) ? JSON.parse(readFileSync(storeFile, 'utf8')) : {};
const store = { getItem: (name) => stored[name] ?? null, setItem: (name, value) => { stored[name] = value; } };
const time = new Date(now);

async function trust() {
  return JSON.parse(new TextDecoder().decode(await bytesOf(`${base}/trust`)));
}

async function signRelease(repository, key) {
  const found = await release.computed(await repository.manifest(), waitingAt(`${base}/waiting`));
  const statement = await release.signed(repository, found, role, Number(version), time, key);
  const shown = found.changes.map(({ mark, id, title }) => `${mark} ${id} ${title ?? ''}`.trim());
  return { shown, records: found.manifest.records, differs: found.differs, statement };
}

async function signEmergency(repository, key) {
  const list = emergency.announced(await emergency.present(repository), '停电', '请到二楼。\n谢谢。', new Date(time.getTime() + 3600_000), time);
  const found = await emergency.signed(repository, emergency.withdrawn(list, 'a-1', 3, '有误', time), Number(version), time, key);
  return { list: Buffer.from(found.bytes).toString('base64'), statement: found.statement };
}

try {
  const key = await open(readFileSync(keyFile, 'utf8'), passphrase);
  const { repository, firstUse, remember } = await trusted(repositoryAt(`${base}/repository`), store, trust, time);
  const signed = await (role === 'emergency' ? signEmergency : signRelease)(repository, key);
  remember();
  writeFileSync(storeFile, JSON.stringify(stored));
  const { statement, ...rest } = signed;
  console.log(JSON.stringify({ ...rest, firstUse, statement: Buffer.from(statement).toString('base64') }));
} catch (fault) {
  if (!(fault instanceof Refusal)) {
    throw fault;
  }
  console.log(JSON.stringify({ refused: [fault.reason, ...fault.details].join(' ') }));
}
