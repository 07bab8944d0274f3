/** Measures the whole hall: each bench prints a table, and one JSON object with {@code --json}. */
@NullMarked
package org.openhall.demo.bench;

import org.jspecify.annotations.NullMarked;
