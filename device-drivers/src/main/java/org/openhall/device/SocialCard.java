package org.openhall.device;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a social-security card (社会保障卡). As with {@link IdentityCard}, its text lives
 * in arrays of its own and is zeroed by {@link #close()}; {@link #toString()} says nothing of the
 * person.
 */
public final class SocialCard implements AutoCloseable {

  /** The version of the card's specification, by record 03 of EF05. */
  public enum Version {
    V1,
    V2,
    V3
  }

  private final Version version;
  private final char[] cardNumber;
  private final @Nullable LocalDate validUntil;
  private final @Nullable IdentityCard identity;
  private boolean erased;

  /**
   * Takes array and identity over: they are zeroed with this card.
   *
   * @param cardNumber the number of the card (社保卡号), as on the chip, 1 character or more
   * @param validUntil last day of the card's validity, or null where it tells none
   * @param identity name and identity number, or null where the card gives them to nobody without a
   *     PIN
   */
  public SocialCard(
      Version version,
      char[] cardNumber,
      @Nullable LocalDate validUntil,
      @Nullable IdentityCard identity) {
    this.version = version;
    this.cardNumber = cardNumber;
    this.validUntil = validUntil;
    this.identity = identity;
  }

  public Version version() {
    return version;
  }

  /** Name and identity number; empty where the card keeps them. Erased with this card. */
  public Optional<IdentityCard> identity() {
    return Optional.ofNullable(identity);
  }

  /** Whether the card is past its validity on the given day. */
  public boolean expiredOn(LocalDate day) {
    return validUntil != null && validUntil.isBefore(day);
  }

  /**
   * The card's number with all but its last two characters replaced by {@code *}.
   *
   * @throws IllegalStateException if the card was erased
   */
  public synchronized String maskedCardNumber() {
    if (erased) {
      throw new IllegalStateException("the card was erased");
    }
    int hidden = Math.max(0, cardNumber.length - 2);
    return "*".repeat(hidden) + new String(cardNumber, hidden, cardNumber.length - hidden);
  }

  /** Whether {@link #close()} has zeroed it. */
  public synchronized boolean erased() {
    return erased;
  }

  /** Zeroes the text. Idempotent. */
  @Override
  public synchronized void close() {
    Arrays.fill(cardNumber, '\0');
    if (identity != null) {
      identity.close();
    }
    erased = true;
  }

  @Override
  public String toString() {
    return "SocialCard[redacted]";
  }
}
