/**
 * Drives sensors with two states: whether somebody is near, whether a door is open. Each is reached
 * by the words of a serial line, by a modem line of a serial port, or by a small text file such as
 * the kernel keeps for digital inputs.
 */
@NullMarked
package org.openhall.device.sensor;

import org.jspecify.annotations.NullMarked;
