package org.openhall.office.api;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token as the office knows it; its text it does not.
 *
 * @param id its number, 1 and up
 * @param name who bears it, in words
 * @param source whose records it brings, as citizens are shown it
 * @param scopes what it lets its bearer do
 * @param madeBy id of who made it
 * @param madeAt when
 * @param expiresAt when it ends by itself
 * @param revokedAt when it was taken back, or null
 * @param usedAt when it was last shown, to the minute, or null
 */
public record ApiToken(
    long id,
    String name,
    String source,
    Set<Scope> scopes,
    String madeBy,
    Instant madeAt,
    Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant usedAt) {
  public ApiToken {
    scopes = Set.copyOf(scopes);
  }

  /** Who its bearer is in proposals and in the log. */
  public String author() {
    return "api:" + name;
  }

  /** Whether it may be used now. */
  public boolean holds(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }
}
