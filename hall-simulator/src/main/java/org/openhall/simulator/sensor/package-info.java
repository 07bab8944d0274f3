/** Emulated sensors with two states, each behind a pseudo terminal and a file at once. */
@NullMarked
package org.openhall.simulator.sensor;

import org.jspecify.annotations.NullMarked;
