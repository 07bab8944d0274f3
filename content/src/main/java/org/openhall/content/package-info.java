/**
 * The published records: what a hall says, as values. Nothing here reads a file, opens a database
 * or knows a screen.
 */
@NullMarked
package org.openhall.content;

import org.jspecify.annotations.NullMarked;
