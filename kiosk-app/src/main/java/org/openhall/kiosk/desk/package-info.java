/**
 * What leaves the terminal on paper: receipts composed as values, and the desk that prints them and
 * tells, truly, what became of them. No byte of a printer.
 */
@NullMarked
package org.openhall.kiosk.desk;

import org.jspecify.annotations.NullMarked;
