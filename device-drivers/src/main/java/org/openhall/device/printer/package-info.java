/**
 * Receipt printers that speak ESC/POS: what a receipt looks like in columns and dots, the bytes for
 * it, and the dialogue by which a printer confirms. Nothing here says "printed" unless the printer
 * said so, and nothing is sent twice.
 */
@NullMarked
package org.openhall.device.printer;

import org.jspecify.annotations.NullMarked;
