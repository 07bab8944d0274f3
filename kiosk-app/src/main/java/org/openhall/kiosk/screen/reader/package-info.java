/**
 * Reading one disclosure entry: its facts, its body block by block, and the place that a search
 * found. Layout that can be decided without a screen (pieces, table grids) is plain values here;
 * only the views know JavaFX.
 */
@NullMarked
package org.openhall.kiosk.screen.reader;

import org.jspecify.annotations.NullMarked;
