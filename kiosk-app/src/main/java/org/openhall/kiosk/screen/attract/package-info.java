/** The calm picture that waits for the next citizen; it knows nothing of a person. */
@NullMarked
package org.openhall.kiosk.screen.attract;

import org.jspecify.annotations.NullMarked;
