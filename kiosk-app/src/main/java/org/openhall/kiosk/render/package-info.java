/**
 * The terminal's own screens as pictures, for an office that wants to see a record before citizens
 * do: a program without display, devices and network. The door is {@link RenderMain}.
 */
@NullMarked
package org.openhall.kiosk.render;

import org.jspecify.annotations.NullMarked;
