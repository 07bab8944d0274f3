/**
 * The emulated chip of a social-security card and the slot in which it is put: the slot speaks the
 * protocol of vpcd, so that a real resource manager (pcscd) finds a card in a reader of its own.
 */
@NullMarked
package org.openhall.simulator.smartcard;

import org.jspecify.annotations.NullMarked;
