package org.openhall.device.socialcard;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import javax.smartcardio.CardException;
import org.jspecify.annotations.Nullable;
import org.openhall.device.IdentityCard;
import org.openhall.device.SocialCard;
import org.openhall.device.SocialCard.Version;
import org.openhall.device.SocialCardReader.ReadOutcome;
import org.openhall.device.idcard.IdNumber;
import org.openhall.device.socialcard.ReadCommand.File;
import org.openhall.device.socialcard.StatusException.Meaning;

/**
 * Reads a social-security card: the application, what is public of the card (EF05), what is of its
 * holder (EF06). Where the card gives EF06 only after a PIN, the holder stays unknown.
 */
final class CardReading {

  private final SocialChip chip;

  private CardReading(SocialChip chip) {
    this.chip = chip;
  }

  /**
   * Reads the card.
   *
   * @throws CardException if card, reader or resource manager is lost on the way
   */
  static ReadOutcome of(SocialChip chip) throws CardException {
    CardReading reading = new CardReading(chip);
    try {
      reading.chip.selectApplication();
    } catch (StatusException e) {
      return e.meaning() == Meaning.ABSENT ? new ReadOutcome.OtherCard() : outcomeOf(e);
    }
    try {
      return new ReadOutcome.CardRead(reading.card());
    } catch (StatusException e) {
      return outcomeOf(e);
    } catch (BadRecordException e) {
      return unreadable(e);
    }
  }

  private static ReadOutcome outcomeOf(StatusException e) {
    return e.meaning() == Meaning.LOCKED ? new ReadOutcome.CardLocked() : unreadable(e);
  }

  private static ReadOutcome unreadable(Exception e) {
    return new ReadOutcome.CardUnreadable(String.valueOf(e.getMessage()));
  }

  private SocialCard card() throws CardException, StatusException, BadRecordException {
    chip.select(File.EF05);
    Version version = version(field(Field.VERSION));
    LocalDate validUntil = CardText.day(field(Field.VALID_UNTIL), Field.VALID_UNTIL).orElse(null);
    char[] cardNumber = text(Field.CARD_NUMBER, false);
    boolean whole = false;
    try {
      IdentityCard identity = holder(version, validUntil).orElse(null);
      whole = true;
      return new SocialCard(version, cardNumber, validUntil, identity);
    } finally {
      if (!whole) {
        Arrays.fill(cardNumber, '\0');
      }
    }
  }

  private byte[] field(Field field) throws CardException, StatusException, BadRecordException {
    return chip.read(field, false);
  }

  /** The version as text, e.g. {@code 3.00}. */
  private static Version version(byte[] text) throws BadRecordException {
    return switch (text[1] == '.' ? text[0] : 0) {
      case '1' -> Version.V1;
      case '2' -> Version.V2;
      case '3' -> Version.V3;
      default -> throw new BadRecordException("VERSION is none that is known");
    };
  }

  private Optional<IdentityCard> holder(Version version, @Nullable LocalDate validUntil)
      throws CardException, StatusException, BadRecordException {
    try {
      chip.select(File.EF06);
      return Optional.of(identity(version == Version.V1, validUntil));
    } catch (StatusException e) {
      if (e.meaning() == Meaning.PROTECTED) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private IdentityCard identity(boolean first, @Nullable LocalDate validUntil)
      throws CardException, StatusException, BadRecordException {
    boolean running = first;
    char[] number;
    try {
      number = text(Field.IDENTITY_NUMBER, running);
    } catch (BadRecordException | StatusException e) {
      if (e instanceof StatusException said && said.meaning() == Meaning.PROTECTED) {
        throw e;
      }
      running = !first; // some cards count as those of the other age do
      number = text(Field.IDENTITY_NUMBER, running);
    }
    return identity(number, running, validUntil);
  }

  private IdentityCard identity(char[] number, boolean running, @Nullable LocalDate validUntil)
      throws CardException, StatusException, BadRecordException {
    boolean whole = false;
    try {
      if (number.length != 18 || !IdNumber.isRight(number)) {
        throw new BadRecordException("IDENTITY_NUMBER is none");
      }
      char[] name = text(Field.NAME, running);
      whole = true;
      return new IdentityCard(IdentityCard.Kind.SOCIAL_SECURITY, name, number, validUntil);
    } finally {
      if (!whole) {
        Arrays.fill(number, '\0');
      }
    }
  }

  private char[] text(Field field, boolean running)
      throws CardException, StatusException, BadRecordException {
    byte[] content = chip.read(field, running);
    try {
      char[] text = CardText.decode(content, field);
      if (text.length == 0) {
        throw new BadRecordException(field + " is empty");
      }
      return text;
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }
}
