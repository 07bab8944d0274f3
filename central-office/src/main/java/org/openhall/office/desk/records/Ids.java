package org.openhall.office.desk.records;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Ids of new records: 80 bits, enough to tell any number of them apart. */
final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 10;

  private Ids() {}

  static String fresh() {
    byte[] id = new byte[BYTES];
    RANDOM.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }
}
