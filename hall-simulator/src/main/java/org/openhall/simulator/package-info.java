/**
 * The program {@code hall-simulator}: composition of the emulated devices, and its command line. No
 * byte of a device's protocol lives here, and nothing here is ever part of a terminal's package.
 */
@NullMarked
package org.openhall.simulator;

import org.jspecify.annotations.NullMarked;
