/**
 * Attachments on the disk of the terminal: found, checked against their hash, and drawn piece by
 * piece on a thread of their own. The door is {@link org.openhall.kiosk.file.FileShelf}. Nothing
 * here knows a screen; only here are PDF and picture files read.
 */
@NullMarked
package org.openhall.kiosk.file;

import org.jspecify.annotations.NullMarked;
