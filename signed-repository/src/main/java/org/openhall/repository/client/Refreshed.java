package org.openhall.repository.client;

import java.time.Instant;

/**
 * The trusted state after a refresh.
 *
 * @param changed whether the release differs from the one trusted before
 * @param expires the earliest expiry among the four roles
 */
public record Refreshed(
    long rootVersion,
    long timestampVersion,
    long targetsVersion,
    boolean changed,
    Instant expires) {}
