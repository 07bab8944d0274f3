import { hex, sha256 } from './bytes.js';
import { Digits, members, metadataForm } from './json.js';

const SPEC_VERSION = '1.0.31';
const LIFE_DAYS = 365;

/**
 * What a delegated role says of one file, signed: targets metadata (specification §4.5), to the byte as the office's
 * own program writes it.
 *
 * @param target name of the file
 * @param bytes the file itself; its hash is computed here
 * @param version higher than that of the role's last word
 * @param now when its year begins
 */
export async function statement(target, bytes, version, now, key) {
  const file = members({
    length: new Digits(String(bytes.length)),
    hashes: members({ sha256: await sha256(bytes) }),
  });
  const signed = members({
    _type: 'targets',
    spec_version: SPEC_VERSION,
    version: new Digits(String(version)),
    expires: seconds(new Date(now.getTime() + LIFE_DAYS * 86_400_000)),
    targets: new Map([[target, file]]),
  });
  const sig = hex(await key.sign(metadataForm(signed)));
  return metadataForm(members({ signatures: [members({ keyid: key.id, sig })], signed }));
}

/** ISO 8601 in UTC, whole seconds. */
export function seconds(time) {
  return time.toISOString().replace(/\.\d+Z$/, 'Z');
}
