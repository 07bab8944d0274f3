package org.openhall.simulator.smartcard;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.openhall.simulator.card.Chip;

/** The records of EF05 and EF06, each tag, length and value, as the chip's values fill them. */
final class Records {

  static final int EF05 = 0xEF05;
  static final int EF06 = 0xEF06;

  private static final Charset GB18030 = Charset.forName("GB18030");

  private final Chip chip;

  /** By file and number of the record. */
  private final Map<Integer, Map<Integer, byte[]>> files = new HashMap<>();

  Records(Chip chip) {
    this.chip = chip;
    files.put(EF05, new HashMap<>());
    files.put(EF06, new HashMap<>());
    bcd(EF05, 1, "card-code", 16);
    bcd(EF05, 2, "card-class", 1);
    text(EF05, 3, "version", 4);
    bcd(EF05, 4, "initialiser", 12);
    bcd(EF05, 5, "issued-on", 4);
    bcd(EF05, 6, "valid-until", 4);
    text(EF05, 7, "card-number", 9);
    text(EF06, 8, "number", 18);
    text(EF06, 9, "name", 30);
    text(EF06, 10, "sex", 1);
    bcd(EF06, 11, "nation", 1);
    bcd(EF06, 12, "birthplace", 3);
    bcd(EF06, 13, "born", 4);
  }

  /** The record, or no bytes where there is none. */
  byte[] record(int file, int number) {
    return files.getOrDefault(file, Map.of()).getOrDefault(number, new byte[0]).clone();
  }

  private void text(int file, int tag, String key, int length) {
    Charset charset = key.equals("name") ? GB18030 : StandardCharsets.US_ASCII;
    put(file, tag, chip.value(key).getBytes(charset), length, (byte) ' ');
  }

  private void bcd(int file, int tag, String key, int length) {
    put(file, tag, HexFormat.of().parseHex(chip.value(key)), length, (byte) 0);
  }

  /** Cards of version 1.0 number the records of EF06 on from EF05, later ones from 1. */
  private void put(int file, int tag, byte[] value, int length, byte filling) {
    if (value.length > length) {
      throw new IllegalStateException(chip.name() + " has no room for record " + tag);
    }
    byte[] record = new byte[2 + length];
    Arrays.fill(record, filling);
    record[0] = (byte) tag;
    record[1] = (byte) length;
    System.arraycopy(value, 0, record, 2, value.length);
    boolean running = file == EF05 || chip.value("version").startsWith("1");
    files.getOrDefault(file, new HashMap<>()).put(running ? tag : tag - 7, record);
  }
}
