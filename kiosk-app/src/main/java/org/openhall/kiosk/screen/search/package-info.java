/**
 * Search over the titles and texts of everything published, while the words are being typed. What
 * was typed lives in the screen only and goes with it.
 */
@NullMarked
package org.openhall.kiosk.screen.search;

import org.jspecify.annotations.NullMarked;
