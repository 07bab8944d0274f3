/**
 * The emulated ID-card module (SDT protocol of GA/T 467) behind a pseudo terminal. {@code
 * SamModule} knows the protocol and does no I/O.
 */
@NullMarked
package org.openhall.simulator.idmodule;

import org.jspecify.annotations.NullMarked;
