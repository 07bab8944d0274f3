/**
 * What the screens for finding and reading share: rows that are loaded as they are scrolled to, a
 * record that is being fetched, filters with counts, and the pages that say why there is nothing to
 * see. Nothing of a particular record type.
 */
@NullMarked
package org.openhall.kiosk.screen.browse;

import org.jspecify.annotations.NullMarked;
