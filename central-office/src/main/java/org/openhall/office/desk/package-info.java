/** The office's pages for its staff: who may open which, and what all of them share. */
@NullMarked
package org.openhall.office.desk;

import org.jspecify.annotations.NullMarked;
