/**
 * Breaks the update of a terminal in every way that a hall knows, and looks what is on the screen
 * then and after the next run: {@link org.openhall.demo.chaos.Campaign} is the main path, a {@link
 * org.openhall.demo.chaos.Fault} one way to break it, {@link org.openhall.demo.chaos.ScreenWitness}
 * the eye that judges.
 */
@NullMarked
package org.openhall.demo.chaos;

import org.jspecify.annotations.NullMarked;
