/**
 * Drives scanners of QR and bar codes, in serial mode and as keyboards that the system knows.
 * {@code CodeAssembler} and {@code KeyDecoder} know what bytes mean and do no I/O; {@code CodeLine}
 * reads. What was scanned lives in arrays that are zeroed.
 */
@NullMarked
package org.openhall.device.scanner;

import org.jspecify.annotations.NullMarked;
