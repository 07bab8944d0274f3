/**
 * The citizen's card: the purpose notice before it is read, the reading, and the receipt of the
 * visit. Nothing here writes a person's data anywhere but on paper, masked.
 */
@NullMarked
package org.openhall.kiosk.screen.identify;

import org.jspecify.annotations.NullMarked;
