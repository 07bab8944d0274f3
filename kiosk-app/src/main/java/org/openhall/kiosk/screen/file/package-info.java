/**
 * An attachment on the screen: its pages, magnified and moved under a finger, or the sentence that
 * says why it is not shown. The door is {@link org.openhall.kiosk.screen.file.FileView}.
 */
@NullMarked
package org.openhall.kiosk.screen.file;

import org.jspecify.annotations.NullMarked;
