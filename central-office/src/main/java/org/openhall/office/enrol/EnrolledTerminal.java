package org.openhall.office.enrol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openhall.link.status.AgentStatus;

/**
 * A terminal that has joined.
 *
 * @param id opaque
 * @param hall where it stands, or null where nobody said
 * @param enrolledAt when it joined
 * @param certificateUntil when the last of its certificates ends, or null where it has none
 * @param revocation null while it is the office's
 * @param contact what it said last, or null before it first called
 */
public record EnrolledTerminal(
    String id,
    @Nullable String hall,
    Instant enrolledAt,
    @Nullable Instant certificateUntil,
    @Nullable Revocation revocation,
    @Nullable Contact contact) {

  /**
   * That it is locked out.
   *
   * @param why in the words of the office's staff
   */
  public record Revocation(Instant at, String why) {}

  /**
   * Its own word about itself.
   *
   * @param at by the office's clock
   * @param status as it said it; its times are of the terminal's clock, its sentences in the
   *     terminal's language
   */
  public record Contact(Instant at, AgentStatus status) {}
}
