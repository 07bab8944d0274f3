/**
 * Characters that nothing at hand can draw, on a screen or on paper. Knows no font: who draws says
 * what can be drawn.
 */
@NullMarked
package org.openhall.device.glyph;

import org.jspecify.annotations.NullMarked;
