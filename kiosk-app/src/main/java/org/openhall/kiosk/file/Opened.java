package org.openhall.kiosk.file;

import java.util.List;

/** What came of opening an attachment. */
public sealed interface Opened {

  /** Pages that can be drawn; whoever has it closes it. */
  record Pages(Drawing drawing) implements Opened {}

  /**
   * The rows of a table (CSV), as written.
   *
   * @param cut whether the file has more rows or columns than are shown
   */
  record Table(List<List<String>> rows, boolean cut) implements Opened {
    public Table {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** A file of a kind that this terminal cannot show, such as one of an office program. */
  record NotShowable() implements Opened {}

  /** It has not come to this terminal yet. */
  record Absent() implements Opened {}

  /** What lies there is not what its record names, or cannot be read; it is not shown. */
  record Damaged() implements Opened {}

  /** More bytes, pages or pixels than this terminal shows. */
  record TooLarge() implements Opened {}

  /** A PDF that asks for a password. */
  record Locked() implements Opened {}

  /** It is what the record names, and yet no readable file of its kind. */
  record Broken() implements Opened {}
}
