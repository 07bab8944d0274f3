package org.openhall.office.catalog;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhall.content.ContentRecord;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.ServiceGuide;

/** Names the fields that citizens look for and a record has not got (shown as 未提供). */
final class MissingFields {
  private MissingFields() {}

  /** The names, as in the record's JSON. */
  static List<String> of(ContentRecord record) {
    return switch (record) {
      case DisclosureEntry entry -> of(entry);
      case ServiceGuide guide -> of(guide);
      default -> List.of();
    };
  }

  private static List<String> of(DisclosureEntry entry) {
    Names names = new Names();
    names.addIfNull("indexNumber", entry.indexNumber());
    names.addIfNull("documentNumber", entry.documentNumber());
    names.addIfNull("publisher", entry.publisher());
    names.addIfNull("writtenOn", entry.writtenOn());
    names.addIfNull("publishedOn", entry.publishedOn());
    names.addIfNull("summary", entry.summary());
    names.addIfNull("body", entry.body().isEmpty() ? null : entry.body());
    return names.missing;
  }

  private static List<String> of(ServiceGuide guide) {
    Names names = new Names();
    names.addIfNull("conditions", guide.conditions());
    names.addIfNull("materials", guide.materials());
    names.addIfNull("steps", guide.steps());
    names.addIfNull("fees", guide.fees());
    names.addIfNull("statutoryLimit", guide.statutoryLimit());
    names.addIfNull("promisedLimit", guide.promisedLimit());
    names.addIfNull("windows", guide.windows());
    names.addIfNull("questions", guide.questions());
    names.addIfNull("bases", guide.bases());
    names.addIfNull("result", guide.result());
    names.addIfNull("consultation", guide.consultation());
    names.addIfNull("complaint", guide.complaint());
    names.addIfNull("theme", guide.theme());
    names.addIfNull("audiences", guide.audiences().isEmpty() ? null : guide.audiences());
    return names.missing;
  }

  private static final class Names {
    private final List<String> missing = new ArrayList<>();

    void addIfNull(String name, @Nullable Object value) {
      if (value == null) {
        missing.add(name);
      }
    }
  }
}
