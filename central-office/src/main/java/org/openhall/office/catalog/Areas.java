package org.openhall.office.catalog;

import java.util.Map;

/** Names of the areas whose service items are imported, by their code (行政区划代码, 12 digits). */
final class Areas {
  private static final Map<String, String> NAMES = Map.of("511602000000", "四川省广安市前锋区");

  private Areas() {}

  /** The source's name as citizens see it: the area's own, or its code where it is not known. */
  static String sourceName(String areaCode) {
    return NAMES.getOrDefault(areaCode, "行政区划 " + areaCode);
  }
}
