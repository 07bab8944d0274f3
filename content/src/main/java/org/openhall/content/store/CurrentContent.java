package org.openhall.content.store;

import java.nio.file.Path;

/**
 * The snapshot that terminals show now.
 *
 * @param file the database
 * @param release its release number
 */
public record CurrentContent(Path file, long release) {}
