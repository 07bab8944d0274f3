package org.openhall.office.authored;

import java.util.ArrayList;
import java.util.List;
import org.openhall.office.text.Trouble;

/** Collects what is wrong with a hall, in the order found. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  void add(String file, int line, String key, Object... arguments) {
    found.add(new Problem(file, line, Trouble.of("trouble.hall-" + key, arguments)));
  }

  /** Something about a record. */
  void add(AuthoredRecord record, String key, Object... arguments) {
    add(record.file(), record.line(), key, arguments);
  }

  List<Problem> all() {
    return List.copyOf(found);
  }
}
