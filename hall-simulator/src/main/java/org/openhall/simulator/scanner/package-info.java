/** The emulated scanner of QR codes and bar codes, behind a pseudo terminal. */
@NullMarked
package org.openhall.simulator.scanner;

import org.jspecify.annotations.NullMarked;
