package org.openhall.office.authored;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openhall.content.ContentRecord;
import org.openhall.content.Limits;
import org.openhall.content.Origin;
import org.openhall.content.UnknownFields;
import org.openhall.content.Violation;
import org.openhall.content.codec.MalformedRecordException;

/** Checks the records of a hall one by one, then what they say of each other. */
final class HallCheck {
  private static final Origin NOBODY = new Origin("", null, "0".repeat(64), LocalDate.EPOCH, false);

  private final List<AuthoredRecord> authored;
  private final Problems problems;
  private final Map<ContentRecord, AuthoredRecord> read = new LinkedHashMap<>();

  HallCheck(List<AuthoredRecord> authored, Problems problems) {
    this.authored = authored;
    this.problems = problems;
  }

  void run() {
    Map<String, AuthoredRecord> ids = new HashMap<>();
    for (AuthoredRecord record : authored) {
      AuthoredRecord earlier = ids.putIfAbsent(record.id(), record);
      if (earlier != null) {
        problems.add(record, "twice", record.id(), earlier.file(), earlier.line());
      }
      read(record);
    }
    References references = new References(List.copyOf(read.keySet()));
    read.forEach((record, from) -> {
      Complaints complaints = (key, arguments) -> complain(from, key, arguments);
      references.check(record, complaints);
      TypeRules.check(record, complaints);
    });
  }

  private void complain(AuthoredRecord from, String key, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(from.id()));
    all.addAll(List.of(arguments));
    problems.add(from, key, all.toArray());
  }

  private void read(AuthoredRecord record) {
    try {
      ContentRecord whole = record.record(1, NOBODY);
      for (Violation v : Limits.check(whole)) {
        problems.add(record, "limit", record.id(), v.field(), v.rule(), v.actual(), v.limit());
      }
      if (!whole.unknown().equals(UnknownFields.NONE)) {
        problems.add(record, "unknown-fields", record.id(), whole.unknown().json());
      }
      read.put(whole, record);
    } catch (MalformedRecordException e) {
      JsonFile.report(e, record, problems);
    }
  }

  /** Takes what is wrong with one record; the record's id goes before the arguments. */
  interface Complaints {
    void add(String key, Object... arguments);
  }
}
