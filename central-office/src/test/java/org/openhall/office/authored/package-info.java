/** A hall's own folder: what is read of it, and what its authors are told. */
@NullMarked
package org.openhall.office.authored;

import org.jspecify.annotations.NullMarked;
