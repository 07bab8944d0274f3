/**
 * What a receipt says, and the part of a page that prints one and tells what became of it. How a
 * receipt becomes bytes is the driver's business.
 */
@NullMarked
package org.openhall.kiosk.screen.receipt;

import org.jspecify.annotations.NullMarked;
