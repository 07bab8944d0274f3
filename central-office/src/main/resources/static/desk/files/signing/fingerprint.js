import { sha256, utf8 } from './bytes.js';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DIGITS = 20;

/**
 * The fingerprint that both sides of a terminal's enrolment show.
 *
 * @param trust answer of /api/trust: root and authority in base 64
 */
export async function fingerprint(trust) {
  return grouped(await sha256(utf8(`openhall trust\n${trust.rootJson}\n${trust.authority}\n`)));
}

/** The beginning of a SHA-256 in hex as people compare it: 100 bits in five groups of four. */
export function grouped(sha256Hex) {
  const bits = BigInt('0x' + sha256Hex.slice(0, 25));
  let digits = '';
  for (let i = DIGITS - 1; i >= 0; i--) {
    digits += ALPHABET[Number((bits >> BigInt(i * 5)) & 31n)];
  }
  return digits.match(/.{4}/g).join('-');
}
