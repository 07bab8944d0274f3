/**
 * The controls that every screen is made of: large, flat, made for a finger. Nothing here knows
 * what a record, a session or a device is.
 */
@NullMarked
package org.openhall.kiosk.widget;

import org.jspecify.annotations.NullMarked;
