/**
 * The screen by which a technician has a terminal that is nobody's join an office: what is needed
 * is looked at, a code is scanned or typed, fingerprints are compared. The agent does it; nothing
 * of it is kept here.
 */
@NullMarked
package org.openhall.kiosk.enrol;

import org.jspecify.annotations.NullMarked;
