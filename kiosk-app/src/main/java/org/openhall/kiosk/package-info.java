/**
 * The citizens' terminal: its start, and its composition by hand. What a screen shows or knows
 * lives in {@code screen}, what stands around every screen in {@code shell}.
 */
@NullMarked
package org.openhall.kiosk;

import org.jspecify.annotations.NullMarked;
