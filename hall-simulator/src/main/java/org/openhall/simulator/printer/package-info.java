/**
 * The emulated ESC/POS receipt printer: bytes from a TCP connection become commands, commands
 * become dots on paper, a cut makes a slip (PNG and text). Status bits stand only in {@code
 * StatusBytes}.
 */
@NullMarked
package org.openhall.simulator.printer;

import org.jspecify.annotations.NullMarked;
