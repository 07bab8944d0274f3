/** Terminals and office with real certificates on a real line. */
@NullMarked
package org.openhall.identity;

import org.jspecify.annotations.NullMarked;
