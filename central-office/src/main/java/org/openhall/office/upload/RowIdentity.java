package org.openhall.office.upload;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhall.office.catalog.Digest;
import org.openhall.office.catalog.Finding.Kind;
import org.openhall.office.catalog.RefusedRowException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which record a row is: the same row of the same source is always the same one, and one that the
 * office's importers brought is found again.
 *
 * @param id the record's id
 * @param key its key in its source
 */
record RowIdentity(String id, String key) {
  private static final String ID = "[A-Za-z0-9._-]{1,64}";

  static RowIdentity of(RecordFields fields, ObjectNode record, String source, KnownRecords known)
      throws RefusedRowException {
    String given = text(record.path("header").path("id").asString(null));
    if (!given.isEmpty()) {
      if (!given.matches(ID)) {
        throw new RefusedRowException(Kind.WRONG_TYPE, "id", given);
      }
      return new RowIdentity(given, given);
    }
    return switch (fields) {
      case SERVICE_GUIDE -> guide(record, source, known);
      case DISCLOSURE_ENTRY -> entry(record, source);
      case DEPARTMENT -> department(record, source, known);
      case STAFF_MEMBER -> staff(record, source);
    };
  }

  private static RowIdentity guide(ObjectNode record, String source, KnownRecords known) {
    String code = field(record, "itemCode");
    if (!code.isEmpty()) {
      return new RowIdentity(known.guide(code).orElseGet(() -> Digest.id("g-", code)), code);
    }
    String key = field(record, "departmentName") + "/" + field(record, "title");
    return new RowIdentity(Digest.id("g-", source + "/" + key), key);
  }

  private static RowIdentity entry(ObjectNode record, String source) {
    String url = field(record, "sourceUrl");
    if (!url.isEmpty()) {
      return new RowIdentity(Digest.id("t-", url), url);
    }
    String key =
        Stream.of("indexNumber", "documentNumber")
            .map(name -> field(record, name))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElseGet(() -> field(record, "publisher") + "/" + field(record, "title"));
    return new RowIdentity(Digest.id("e-", source + "/" + key), key);
  }

  private static RowIdentity department(ObjectNode record, String source, KnownRecords known) {
    String name = field(record, "name");
    return new RowIdentity(
        known.department(name).orElseGet(() -> Digest.id("d-", source + "/" + name)), name);
  }

  private static RowIdentity staff(ObjectNode record, String source) {
    String number = field(record, "number");
    String key =
        number.isEmpty() ? field(record, "departmentName") + "/" + field(record, "name") : number;
    return new RowIdentity(Digest.id("p-", source + "/" + key), key);
  }

  private static String field(ObjectNode record, String name) {
    return text(record.path(name).asString(null));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
