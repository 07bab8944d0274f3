/**
 * Texts as QR codes: one encoder for the screen and the paper. How dark squares become pixels or
 * dots is the business of those who draw them.
 */
@NullMarked
package org.openhall.device.code;

import org.jspecify.annotations.NullMarked;
