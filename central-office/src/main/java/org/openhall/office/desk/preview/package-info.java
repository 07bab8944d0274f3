/**
 * A record as terminals show it, drawn by the terminal's own program in a process of its own. What
 * it draws is for looking at; what is signed is the record.
 */
@NullMarked
package org.openhall.office.desk.preview;

import org.jspecify.annotations.NullMarked;
