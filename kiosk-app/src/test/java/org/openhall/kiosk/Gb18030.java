package org.openhall.kiosk;

import java.util.List;
import java.util.stream.IntStream;

/** The ideographs of GB 18030-2022 before its amendment of 2024: 87,887 in ten ranges. */
public final class Gb18030 {

  /**
   * A block of Unicode as far as the standard has it.
   *
   * @param from first code point
   * @param to last code point
   */
  public record Block(String name, int from, int to) {
    IntStream codePoints() {
      return IntStream.rangeClosed(from, to);
    }
  }

  /** The blocks, the twelve ideographs among the compatibility ones apart. */
  public static final List<Block> BLOCKS =
      List.of(
          new Block("unified", 0x4E00, 0x9FEF),
          new Block("extension A", 0x3400, 0x4DB5),
          new Block("extension B", 0x20000, 0x2A6D6),
          new Block("extension C", 0x2A700, 0x2B734),
          new Block("extension D", 0x2B740, 0x2B81D),
          new Block("extension E", 0x2B820, 0x2CEA1),
          new Block("extension F", 0x2CEB0, 0x2EBE0));

  private static final String COMPATIBILITY =
      "\uFA0E\uFA0F\uFA11\uFA13\uFA14\uFA1F\uFA21\uFA23\uFA24\uFA27\uFA28\uFA29";

  private Gb18030() {}

  /** All of them. */
  public static IntStream ideographs() {
    return IntStream.concat(
        BLOCKS.stream().flatMapToInt(Block::codePoints), COMPATIBILITY.codePoints());
  }
}
