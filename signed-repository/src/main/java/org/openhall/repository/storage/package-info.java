/**
 * Writing files so that a power cut leaves the old or the new content, never a mixture. The seam at
 * which tests break the disk.
 */
@NullMarked
package org.openhall.repository.storage;

import org.jspecify.annotations.NullMarked;
