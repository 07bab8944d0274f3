/**
 * Bytes to a device and back, and the one thread that owns them: lines (device files, TCP),
 * reconnecting, the queue of commands, health. No protocol lives here and no outcome of a command
 * is decided here.
 */
@NullMarked
package org.openhall.device.transport;

import org.jspecify.annotations.NullMarked;
