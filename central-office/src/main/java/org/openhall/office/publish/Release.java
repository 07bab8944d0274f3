package org.openhall.office.publish;

import java.time.Instant;

/**
 * One release that the office published.
 *
 * @param number 1 and up; a number is used once, even where its publication was interrupted
 * @param publishedAt when
 * @param records how many records it holds
 * @param bytes length of its packs
 * @param seconds how long publishing took
 * @param stateDigest digest of its records, lower-case hex
 */
public record Release(
    long number,
    Instant publishedAt,
    long records,
    long bytes,
    double seconds,
    String stateDigest) {}
