/** 窗口人员公示: who serves at which window. */
@NullMarked
package org.openhall.kiosk.screen.staff;

import org.jspecify.annotations.NullMarked;
