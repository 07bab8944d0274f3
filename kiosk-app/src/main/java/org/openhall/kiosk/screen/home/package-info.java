/** The first page of a visit: what there is, and how much of it. */
@NullMarked
package org.openhall.kiosk.screen.home;

import org.jspecify.annotations.NullMarked;
