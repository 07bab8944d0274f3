/**
 * The device SPI: what a terminal asks of a device, and the outcomes it may get. No JavaFX, no
 * Spring; no byte of a protocol (those live in {@code idcard} and {@code printer}).
 */
@NullMarked
package org.openhall.device;

import org.jspecify.annotations.NullMarked;
