/** Pseudo terminals, behind which emulated serial devices stand. No protocol lives here. */
@NullMarked
package org.openhall.simulator.pty;

import org.jspecify.annotations.NullMarked;
