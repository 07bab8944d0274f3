/**
 * The one file in which a technician says what is particular to a terminal, taken apart into lines
 * and parted between kiosk and agent. What a line means is known to the program that follows it.
 */
@NullMarked
package org.openhall.link.settings;

import org.jspecify.annotations.NullMarked;
