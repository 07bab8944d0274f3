package org.openhall.simulator.smartcard;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.openhall.simulator.card.Chip;
import org.openhall.simulator.card.Flaw;

/**
 * What a card's chip does with a command, as T=0 brings it: ISO/IEC 7816-4. Only what a
 * social-security card needs; a wrong PIN counts, and the third one locks the card.
 */
final class CardChip {

  /** T=0, with two historical bytes. */
  private static final byte[] ATR = HexFormat.of().parseHex("3B021450");

  /** Begins with what no convention of bits begins with. */
  private static final byte[] WRONG_ATR = HexFormat.of().parseHex("11021450");

  /** At the end of each answer. */
  static final int STATUS_BYTES = 2;

  private static final int SEED_OF_NOISE = 1979;

  private static final byte[] APPLICATION =
      HexFormat.of().parseHex("7378312E73682EC9E7BBE1B1A3D5CF");

  /** What SELECT of the application tells of it. */
  private static final byte[] TEMPLATE =
      HexFormat.of().parseHex("6F11840F7378312E73682EC9E7BBE1B1A3D5CF");

  private static final int VERIFY = 0x20;
  private static final int SELECT = 0xA4;
  private static final int READ_RECORD = 0xB2;
  private static final int GET_RESPONSE = 0xC0;

  private final Chip chip;
  private final Records records;
  private boolean selected;
  private int file;
  private byte[] waiting = {};
  private int triesLeft = 3;
  private boolean read;

  CardChip(Chip chip) {
    this.chip = chip;
    this.records = new Records(chip);
  }

  byte[] atr() {
    return chip.flaw() == Flaw.WRONG_ATR ? WRONG_ATR : ATR;
  }

  /** Whether a reader has asked for its holder. */
  boolean wasRead() {
    return read;
  }

  /** How many wrong PINs the card still bears. */
  int triesLeft() {
    return triesLeft;
  }

  /** Forgets what was selected. */
  void reset() {
    selected = false;
    file = 0;
    waiting = new byte[0];
  }

  /**
   * Answers a command.
   *
   * @param truncated whether records end too early
   */
  byte[] answer(byte[] command, boolean truncated) {
    if (chip.flaw() == Flaw.MUTE) {
      return new byte[0];
    }
    if (chip.flaw() == Flaw.UNREADABLE) {
      return status(0x6F00);
    }
    if (command.length < 4 || command[0] != 0) {
      return status(0x6E00);
    }
    return switch (Byte.toUnsignedInt(command[1])) {
      case SELECT -> select(command);
      case READ_RECORD -> read(command, truncated);
      case GET_RESPONSE -> rest(command);
      case VERIFY -> verify();
      default -> status(0x6D00);
    };
  }

  private byte[] select(byte[] command) {
    byte[] name = Arrays.copyOfRange(command, Math.min(5, command.length), command.length);
    if (command[2] == 4) {
      return selectApplication(name);
    }
    if (!selected || name.length != 2) {
      return status(0x6A82);
    }
    if (command[2] != (isFirst() ? 0 : 2)) {
      return status(0x6A86);
    }
    int wanted = Short.toUnsignedInt(ByteBuffer.wrap(name).getShort());
    if (wanted != Records.EF05 && wanted != Records.EF06) {
      return status(0x6A82);
    }
    file = wanted;
    return status(0x9000);
  }

  private byte[] selectApplication(byte[] name) {
    if (!Arrays.equals(name, APPLICATION) || chip.value("version").isEmpty()) {
      return status(0x6A82);
    }
    if (chip.value("locked").equals("yes") || triesLeft == 0) {
      return status(0x6A81);
    }
    selected = true;
    file = 0;
    waiting = TEMPLATE;
    return status(0x6100 | waiting.length);
  }

  private boolean isFirst() {
    return chip.value("version").startsWith("1");
  }

  private byte[] read(byte[] command, boolean truncated) {
    if (file == 0) {
      return status(0x6986);
    }
    if (command[3] != (isFirst() ? 0 : 4)) {
      return status(0x6A86);
    }
    read |= file == Records.EF06;
    if (file == Records.EF06 && chip.value("protected").equals("yes")) {
      return status(0x6982);
    }
    byte[] record = records.record(file, Byte.toUnsignedInt(command[2]));
    if (record.length == 0) {
      return status(0x6A83);
    }
    byte[] sent = truncated ? Arrays.copyOf(record, record.length / 2) : record;
    if (chip.flaw() == Flaw.GARBAGE) {
      new SplittableRandom(SEED_OF_NOISE + record[0]).nextBytes(sent);
    }
    boolean fits = command.length == 5 && Byte.toUnsignedInt(command[4]) == sent.length;
    return fits ? with(sent, 0x9000) : status(0x6C00 | sent.length);
  }

  private byte[] rest(byte[] command) {
    byte[] sent = waiting;
    if (sent.length == 0) {
      return status(0x6985);
    }
    if (command.length != 5 || Byte.toUnsignedInt(command[4]) != sent.length) {
      return status(0x6C00 | sent.length);
    }
    waiting = new byte[0];
    return with(sent, 0x9000);
  }

  private byte[] verify() {
    triesLeft = Math.max(0, triesLeft - 1);
    return status(triesLeft == 0 ? 0x6983 : 0x63C0 | triesLeft);
  }

  static byte[] status(int status) {
    return with(new byte[0], status);
  }

  private static byte[] with(byte[] data, int status) {
    return ByteBuffer.allocate(data.length + 2).put(data).putShort((short) status).array();
  }
}
