package org.openhall.device.idcard;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.device.IdentityCard;
import org.openhall.device.IdentityCard.Kind;

/**
 * The text of a card: exactly 256 bytes of UTF-16LE code units, padded with spaces. Which layout it
 * has is said by the unit at byte 248. Of the fields only name, number and validity are taken, and
 * the address where it was asked for; sex, birth and the rest are not needed and stay behind.
 */
final class TextBlock {

  static final int LENGTH = 256;

  /** Bytes of an address, in the block and in an answer of its own. */
  static final int ADDRESS_LENGTH = 70;

  private static final int KIND_AT = 248;
  private static final int DATE_UNITS = 8;

  private TextBlock() {}

  /** A field: where it begins and how long it is, in bytes. */
  private record Field(int at, int length) {}

  /**
   * A layout, after the tables of the protocol's descriptions.
   *
   * @param otherName taken where the name is blank: the Latin name, in one or two parts
   * @param address where it has one, else of length 0
   */
  private record Layout(
      Kind kind, Field name, Field number, Field until, List<Field> otherName, Field address) {}

  private static final Field ADDRESS = new Field(52, ADDRESS_LENGTH);
  private static final Field NO_ADDRESS = new Field(0, 0);

  private static final Layout RESIDENT =
      new Layout(
          Kind.RESIDENT,
          new Field(0, 30),
          new Field(122, 36),
          new Field(204, 16),
          List.of(),
          ADDRESS);
  private static final Layout HMT_PERMIT =
      new Layout(
          Kind.HMT_PERMIT,
          new Field(0, 30),
          new Field(122, 36),
          new Field(204, 16),
          List.of(),
          ADDRESS);
  private static final Layout FOREIGN_2017 =
      new Layout(
          Kind.FOREIGN_2017,
          new Field(158, 30),
          new Field(122, 30),
          new Field(204, 16),
          List.of(new Field(0, 120)),
          NO_ADDRESS);
  private static final Layout FOREIGN_2023 =
      new Layout(
          Kind.FOREIGN_2023,
          new Field(0, 30),
          new Field(122, 36),
          new Field(204, 16),
          List.of(new Field(52, 70), new Field(220, 22)),
          NO_ADDRESS);

  /**
   * Takes name, number and validity out of the block, which stays the caller's to zero.
   *
   * @return empty if a flag, number, check digit or date is wrong
   */
  static Optional<IdentityCard> parse(byte[] block) {
    Optional<Layout> layout = layoutOf(block);
    if (layout.isEmpty()) {
      return Optional.empty();
    }
    char[] until = units(block, List.of(layout.get().until()));
    char[] number = units(block, List.of(layout.get().number()));
    char[] name = nameOf(block, layout.get());
    Optional<Validity> validity = validityOf(until);
    boolean whole = number.length == layout.get().number().length() / 2;
    if (validity.isEmpty() || name.length == 0 || !whole || !IdNumber.isRight(number)) {
      Arrays.fill(name, '\0');
      Arrays.fill(number, '\0');
      return Optional.empty();
    }
    return Optional.of(
        new IdentityCard(layout.get().kind(), name, number, validity.get().lastDay()));
  }

  /** The address as the card was issued; no units where its layout has none. */
  static char[] address(byte[] block) {
    return layoutOf(block).map(it -> units(block, List.of(it.address()))).orElse(new char[0]);
  }

  /**
   * The newest address, in the same writing.
   *
   * @param answer of {@link #ADDRESS_LENGTH} bytes
   */
  static char[] newestAddress(byte[] answer) {
    return units(answer, List.of(new Field(0, ADDRESS_LENGTH)));
  }

  private static Optional<Layout> layoutOf(byte[] block) {
    if (block.length != LENGTH || block[KIND_AT + 1] != 0) {
      return Optional.empty();
    }
    return switch (block[KIND_AT]) {
      case ' ', 0 -> Optional.of(RESIDENT);
      case 'J' -> Optional.of(HMT_PERMIT);
      case 'I' -> Optional.of(FOREIGN_2017);
      case 'Y' -> Optional.of(FOREIGN_2023);
      default -> Optional.empty();
    };
  }

  private static char[] nameOf(byte[] block, Layout layout) {
    char[] name = units(block, List.of(layout.name()));
    if (name.length > 0 || layout.otherName().isEmpty()) {
      return name;
    }
    return units(block, layout.otherName());
  }

  /** The units of the fields one after the other, without the spaces and zeros that pad them. */
  private static char[] units(byte[] block, List<Field> fields) {
    char[] padded = new char[LENGTH / 2];
    int count = 0;
    for (Field field : fields) {
      for (int at = field.at(); at < field.at() + field.length(); at += 2) {
        int low = Byte.toUnsignedInt(block[at]);
        padded[count++] = (char) (Byte.toUnsignedInt(block[at + 1]) << 8 | low);
      }
    }
    while (count > 0 && (padded[count - 1] == ' ' || padded[count - 1] == 0)) {
      count--;
    }
    char[] units = Arrays.copyOf(padded, count);
    Arrays.fill(padded, '\0');
    return units;
  }

  /** How long the document holds; the last day is null for 长期. */
  private record Validity(@Nullable LocalDate lastDay) {}

  private static Optional<Validity> validityOf(char[] text) {
    if (text.length == 2 && text[0] == '长' && text[1] == '期') {
      return Optional.of(new Validity(null));
    }
    if (text.length != DATE_UNITS) {
      return Optional.empty();
    }
    return IdNumber.dateAt(text, 0).map(Validity::new);
  }
}
