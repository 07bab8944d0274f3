/**
 * The service area of a terminal: what technicians and attendants may do at the screen, behind a
 * PIN. Nothing of a citizen is seen there; an open visit ends before it opens. Its doors: {@link
 * TechnicianArea} for the screen, {@link TechnicianDesk} for what the program does for it.
 */
@NullMarked
package org.openhall.kiosk.technician;

import org.jspecify.annotations.NullMarked;
