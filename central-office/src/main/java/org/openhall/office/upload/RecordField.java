package org.openhall.office.upload;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * A field of a record that a column can fill.
 *
 * @param name as in the record's JSON; {@code windows.hours} is that of every window
 * @param form how a cell is read
 * @param isMandatory whether a row without it is refused
 * @param names by which tables call it, in {@link #plain} form
 */
public record RecordField(String name, CellForm form, boolean isMandatory, List<String> names) {
  public RecordField {
    names = List.copyOf(names);
  }

  static RecordField of(String name, CellForm form, String names) {
    return new RecordField(name, form, false, split(names));
  }

  static RecordField mandatory(String name, CellForm form, String names) {
    return new RecordField(name, form, true, split(names));
  }

  private static List<String> split(String names) {
    return List.of(names.split(" ", -1)).stream().map(RecordField::plain).toList();
  }

  /** Whether a table that calls a column so means this field. */
  boolean isCalled(String column) {
    String plain = plain(column);
    return names.contains(plain) || plain(name).equals(plain);
  }

  /** A heading without marks, brackets and spaces, full width made half. */
  private static String plain(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\([^)]*\\)|\\[[^]]*]", "")
        .replaceAll("[\\s*:_·\\-]", "");
  }
}
