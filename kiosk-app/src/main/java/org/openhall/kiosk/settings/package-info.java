/** What the kiosk follows of the terminal's settings, and what is wrong with them. */
@NullMarked
package org.openhall.kiosk.settings;

import org.jspecify.annotations.NullMarked;
