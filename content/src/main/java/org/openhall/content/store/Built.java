package org.openhall.content.store;

import java.nio.file.Path;

/**
 * A finished snapshot.
 *
 * @param file the database, closed and on disk
 * @param records how many records it holds
 */
public record Built(Path file, long records) {}
