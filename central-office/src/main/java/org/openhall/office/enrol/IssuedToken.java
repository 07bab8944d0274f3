package org.openhall.office.enrol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openhall.link.Fingerprint;

/**
 * What the office still knows of a token that it made; the token itself it does not.
 *
 * @param hash SHA-256 of its secret, hex; its name
 * @param hall where the terminal will stand, or null
 * @param madeBy a person's id, {@code command}, or empty for one of long ago
 * @param use null while no terminal has joined with it
 * @param cancelledAt null unless it was taken back
 */
public record IssuedToken(
    String hash,
    @Nullable String hall,
    String madeBy,
    Instant issuedAt,
    Instant expiresAt,
    @Nullable Use use,
    @Nullable Instant cancelledAt) {

  /**
   * That a terminal has joined with it.
   *
   * @param key fingerprint of the terminal's public key
   */
  public record Use(Instant at, String terminalId, Fingerprint key) {}

  /** How a token stands. */
  public enum State {
    OPEN,
    USED,
    CANCELLED,
    EXPIRED
  }

  /** How it stands now. */
  public State state(Instant now) {
    if (use != null) {
      return State.USED;
    }
    if (cancelledAt != null) {
      return State.CANCELLED;
    }
    return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
  }
}
