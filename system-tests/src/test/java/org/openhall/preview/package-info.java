/** The office draws a record by the terminal's program. */
@NullMarked
package org.openhall.preview;

import org.jspecify.annotations.NullMarked;
