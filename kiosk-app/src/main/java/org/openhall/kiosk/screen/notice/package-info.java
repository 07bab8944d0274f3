/** Notices: the list; one is read like any other document. */
@NullMarked
package org.openhall.kiosk.screen.notice;

import org.jspecify.annotations.NullMarked;
