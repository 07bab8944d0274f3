/**
 * Copies of a whole office, what comes of them on another machine, and whether an office or a copy
 * is what was written. A copy is a folder of files by their hash, and a manifest for each time.
 */
@NullMarked
package org.openhall.office.backup;

import org.jspecify.annotations.NullMarked;
