/**
 * What stands around every screen: the frame, the way between screens, the session that forgets,
 * the idle clock, the words, and the published content as it is followed. No screen of a feature
 * lives here.
 */
@NullMarked
package org.openhall.kiosk.shell;

import org.jspecify.annotations.NullMarked;
