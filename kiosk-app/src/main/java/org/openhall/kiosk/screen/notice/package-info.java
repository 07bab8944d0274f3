/** Notices: the list, and one to be read. */
@NullMarked
package org.openhall.kiosk.screen.notice;

import org.jspecify.annotations.NullMarked;
