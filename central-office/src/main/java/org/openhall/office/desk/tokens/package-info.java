/** Pages about other systems: their tokens, and whether the office holds what they pushed. */
@NullMarked
package org.openhall.office.desk.tokens;

import org.jspecify.annotations.NullMarked;
