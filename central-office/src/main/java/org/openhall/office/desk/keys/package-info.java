/** Where people make their signing keys, and see which of theirs count. */
@NullMarked
package org.openhall.office.desk.keys;

import org.jspecify.annotations.NullMarked;
