/**
 * Taking a page away: on paper, and in codes that carry its text to a telephone without a network.
 * What a page says is told by its own screen, as a {@link
 * org.openhall.kiosk.screen.takeaway.TakenPage}; here it is cut, drawn and sent to the printer.
 */
@NullMarked
package org.openhall.kiosk.screen.takeaway;

import org.jspecify.annotations.NullMarked;
