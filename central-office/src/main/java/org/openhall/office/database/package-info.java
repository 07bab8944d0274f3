/**
 * The office's one durable database, DIR/office.db: where it is, how it is opened, its migrations.
 */
@NullMarked
package org.openhall.office.database;

import org.jspecify.annotations.NullMarked;
