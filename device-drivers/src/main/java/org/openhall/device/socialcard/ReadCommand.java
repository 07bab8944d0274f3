package org.openhall.device.socialcard;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * A command that may be sent to a social-security card. The list is closed: SELECT of the one
 * application, SELECT of one of two files, READ RECORD. (The channel adds GET RESPONSE.) Nothing
 * else can be expressed, VERIFY least of all.
 */
final class ReadCommand {

  /**
   * SELECT by name of the application: {@code sx1.sh.社会保障} in GBK, fixed by LD/T 32-2015 社会保障卡规范.
   */
  static final ReadCommand SELECT_APPLICATION =
      new ReadCommand("00A404000F7378312E73682EC9E7BBE1B1A3D5CF");

  /** The longest content of a record that is read, in bytes. */
  static final int LONGEST_RECORD = 64;

  private final byte[] bytes;

  private ReadCommand(String hex) {
    bytes = HexFormat.of().parseHex(hex);
  }

  /** How a card wants files and records to be named. */
  enum Form {
    /** P1 of SELECT 02: under the application; P2 of READ RECORD 04: by its number. */
    CURRENT(0x02, 0x04),
    /** As many cards of version 1.0: both 00. */
    FIRST(0x00, 0x00);

    private final int select;
    private final int read;

    Form(int select, int read) {
      this.select = select;
      this.read = read;
    }
  }

  /** The files that are read. */
  enum File {
    /** What is public of the card. */
    EF05(0xEF05),
    /** What is of its holder. */
    EF06(0xEF06);

    private final int id;

    File(int id) {
      this.id = id;
    }
  }

  /** SELECT of a file. */
  static ReadCommand select(File file, Form form) {
    return new ReadCommand("00A4%02X0002%04X".formatted(form.select, file.id));
  }

  /**
   * READ RECORD.
   *
   * @param record its number, 1 to 30
   * @param length of its content, 1 to {@value #LONGEST_RECORD}; tag and length are read too
   */
  static ReadCommand readRecord(int record, Form form, int length) {
    if (record < 1 || record > 30 || length < 1 || length > LONGEST_RECORD) {
      throw new IllegalArgumentException("there is no record " + record + " of " + length);
    }
    return new ReadCommand("00B2%02X%02X%02X".formatted(record, form.read, length + 2));
  }

  /** A copy of its bytes. */
  byte[] copy() {
    return bytes.clone();
  }

  /** The command as it is sent. */
  ByteBuffer bytes() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }
}
