/**
 * The office's one durable database, a file or a server: where it is, how it is opened, its
 * migrations, and all in which the two differ.
 */
@NullMarked
package org.openhall.office.database;

import org.jspecify.annotations.NullMarked;
