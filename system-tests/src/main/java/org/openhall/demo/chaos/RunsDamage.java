package org.openhall.demo.chaos;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/** What may become of {@code agent.db}. */
enum RunsDamage implements UnaryOperator<byte[]> {
  FIRST_PAGE {
    @Override
    public byte[] apply(byte[] file) {
      Arrays.fill(file, 0, 100, (byte) 0xA5);
      return file;
    }
  },
  HALF {
    @Override
    public byte[] apply(byte[] file) {
      return Arrays.copyOf(file, file.length / 2);
    }
  },
  TABLES {
    @Override
    public byte[] apply(byte[] file) {
      Arrays.fill(file, 4096, file.length, (byte) 0);
      return file;
    }
  }
}
