package org.openhall.office.desk.records;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the buttons of a form ask for, and where the page goes on after it. */
final class Buttons {
  private static final Set<String> OF_THE_PAGE = Set.of("save", "submit", "step-back", "blocks");

  private Buttons() {}

  /** What is to be done to the record itself; empty where it is only saved. */
  static String deed(String button) {
    return OF_THE_PAGE.contains(button.split(" ", -1)[0]) ? "" : button;
  }

  /**
   * The part of the address after the page's: which blocks, and which row.
   *
   * @param record after the deed
   */
  static String place(String button, int from, JsonNode record) {
    String[] words = button.split(" ", -1);
    if (words[0].equals("blocks")) {
      return "?said=edit.saved&from=" + words[1] + "#body";
    }
    String blocks = "?said=edit.saved" + (from > 0 ? "&from=" + from : "");
    return words.length < 2
        ? blocks
        : blocks + "#" + FieldView.idOf(after(words[0], words[1], record));
  }

  /** Where a row is after it was moved. */
  private static String after(String deed, String path, JsonNode record) {
    int bracket = path.lastIndexOf('[');
    if (bracket < 0) {
      return path + "[" + (record.path(path).size() - 1) + "]";
    }
    int index = Integer.parseInt(path.substring(bracket + 1, path.length() - 1));
    int now =
        switch (deed) {
          case "up" -> index - 1;
          case "down" -> index + 1;
          case "remove" -> Math.max(0, index - 1);
          default -> deed.startsWith("add-") ? index + 1 : index;
        };
    return path.substring(0, bracket) + "[" + now + "]";
  }
}
