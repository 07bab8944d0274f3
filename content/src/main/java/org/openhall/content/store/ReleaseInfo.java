package org.openhall.content.store;

import java.time.Instant;

/**
 * The release that a snapshot holds.
 *
 * @param number release number, 1 and up
 * @param publishedAt when the office published it
 * @param office the office's name
 * @param sample true if it holds records of the authored sample
 */
public record ReleaseInfo(long number, Instant publishedAt, String office, boolean sample) {}
