/**
 * The keys with which the office's people sign: files under passphrases, who holds which, and what
 * has to be done about them before they expire. Nothing here signs content.
 */
@NullMarked
package org.openhall.office.keys;

import org.jspecify.annotations.NullMarked;
