/**
 * Readers of resident identity cards: the SDT protocol of the security module (SAM_V) and the text
 * block of a card. Whatever comes from a card stays in arrays that are zeroed; no String is made of
 * it here, and no text of an exception or of the log tells of it.
 */
@NullMarked
package org.openhall.device.idcard;

import org.jspecify.annotations.NullMarked;
