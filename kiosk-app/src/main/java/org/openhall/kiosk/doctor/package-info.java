/**
 * The terminal's health: what is looked at, what was found, in words with the next step. Reads
 * only, but for a file that is written and deleted where the terminal must be able to write. The
 * command is {@link DoctorMain}; the screen asks {@link Doctor}.
 */
@NullMarked
package org.openhall.kiosk.doctor;

import org.jspecify.annotations.NullMarked;
