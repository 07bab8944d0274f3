package org.openhall.office.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * The governments whose disclosure titles are collected under English names, with their own names.
 */
final class Governments {
  private static final Map<String, Government> BY_ENGLISH_NAME =
      Map.of(
          "State Council", new Government("国务院", "state-council", 1),
          "Shanghai Municipal Government", new Government("上海市人民政府", "shanghai", 2),
          "Guangdong Provincial Government", new Government("广东省人民政府", "guangdong", 3),
          "Henan Provincial Government", new Government("河南省人民政府", "henan", 4),
          "Yunnan Provincial Government", new Government("云南省人民政府", "yunnan", 5),
          "Sichuan Provincial Government", new Government("四川省人民政府", "sichuan", 6),
          "Hainan Provincial Government", new Government("海南省人民政府", "hainan", 7));

  private Governments() {}

  /**
   * One government.
   *
   * @param name its own name
   * @param slug its part in ids
   * @param order its place in the directory
   */
  record Government(String name, String slug, int order) {}

  /** A government of the list, by its English or its own name. */
  static Optional<Government> known(String name) {
    return BY_ENGLISH_NAME.entrySet().stream()
        .filter(known -> known.getKey().equals(name) || known.getValue().name().equals(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Whether a name is written in Chinese, so that it can be shown as it is. */
  static boolean isChinese(String name) {
    return name.codePoints().anyMatch(Character::isIdeographic);
  }

  /**
   * A government that is not in the list keeps the name it came with and stands after the others.
   */
  static Government unknown(String name) {
    return new Government(name, Digest.of(name).substring(0, 12), 1_000);
  }
}
