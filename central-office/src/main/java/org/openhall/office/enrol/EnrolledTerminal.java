package org.openhall.office.enrol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A terminal that has joined.
 *
 * @param id opaque
 * @param hall where it stands, or null where nobody said
 * @param enrolledAt when it joined
 */
public record EnrolledTerminal(String id, @Nullable String hall, Instant enrolledAt) {}
