/**
 * The repository on a stick, for terminals without a line: exactly the files that a terminal needs
 * for the newest release, each read again after it was written.
 */
@NullMarked
package org.openhall.office.stick;

import org.jspecify.annotations.NullMarked;
