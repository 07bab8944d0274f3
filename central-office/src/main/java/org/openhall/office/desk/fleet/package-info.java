/** The pages of the terminals: all of them, one, what a record's versions are, what is urgent. */
@NullMarked
package org.openhall.office.desk.fleet;

import org.jspecify.annotations.NullMarked;
