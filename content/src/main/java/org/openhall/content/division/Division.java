package org.openhall.content.division;

/**
 * An administrative division (行政区划).
 *
 * @param code digits of 统计用区划代码: 2 for a province, 4 for a city, 6 for a county or district, 9 for
 *     a street or town
 * @param name its name, without those above it
 */
public record Division(String code, String name) {
  /** What stands in the list of cities where a county is directly below a province. */
  boolean isPlaceholder() {
    return code.length() == 4
        && (name.equals("市辖区") || name.equals("县") || name.endsWith("直辖县级行政区划"));
  }
}
