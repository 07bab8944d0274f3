/**
 * The office's one durable database, a file or a server: where it is, how it is opened, its
 * migrations, and all in which the two differ.
 *
 * <p>A migration lies in {@code db/migration/both}, once for both databases, and leaves the names
 * of types to them: <code>${text}</code> (compared byte by byte), <code>${integer}</code> (64
 * bits), <code>${real}</code>, <code>${bytes}</code>, and <code>${counted}</code>, a primary key
 * that counts up. Where they do not understand the same SQL it lies, under the same number, in
 * {@code db/migration/sqlite} and in {@code db/migration/postgresql}.
 */
@NullMarked
package org.openhall.office.database;

import org.jspecify.annotations.NullMarked;
