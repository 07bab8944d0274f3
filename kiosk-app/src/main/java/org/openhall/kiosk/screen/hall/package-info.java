/**
 * Windows and map: the hall's plan, where this terminal stands, and the way to a window. Ways are
 * worked out by {@code HallRoute} without a screen; what is drawn comes from the published map
 * only.
 */
@NullMarked
package org.openhall.kiosk.screen.hall;

import org.jspecify.annotations.NullMarked;
