package org.openhall.office.api;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.openhall.content.ContentRecord;
import org.openhall.content.RecordHeader;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.office.authored.AuthoredRecord;
import org.openhall.office.catalog.Digest;
import org.openhall.office.catalog.Draft;
import org.openhall.office.catalog.Finding.Kind;
import org.openhall.office.catalog.Importer;
import org.openhall.office.catalog.Intake;
import org.openhall.office.catalog.RefusedRowException;
import org.openhall.office.catalog.Row;
import org.openhall.office.catalog.Source;
import org.openhall.office.catalog.Taken;
import org.openhall.office.upload.KnownRecords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Pushed guides as records: the whole of what a source says of each, in the record's own form. */
final class GuideImporter implements Importer, Source {
  private final PushBody body;
  private final String source;
  private final KnownRecords known;
  private final Function<String, String> idOfKey;
  private final List<Taken> taken = new ArrayList<>();

  /**
   * @param idOfKey the id under which a key was pushed before, or empty
   */
  GuideImporter(
      PushBody body, String source, KnownRecords known, Function<String, String> idOfKey) {
    this.body = body;
    this.source = source;
    this.known = known;
    this.idOfKey = idOfKey;
  }

  /** What became of each guide, in the body's order. */
  List<Taken> taken() {
    return taken;
  }

  @Override
  public void read(Intake intake) throws SQLException {
    for (ObjectNode guide : body.guides()) {
      int number = taken.size() + 1;
      try {
        taken.add(intake.take(draft(guide, intake.row(number))));
      } catch (RefusedRowException reason) {
        intake.refuse(number, reason);
        taken.add(new Taken.Refused(reason));
      }
    }
  }

  private Draft draft(ObjectNode pushed, Row row) throws RefusedRowException {
    String key = pushed.path("key").asString("");
    ObjectNode record = (ObjectNode) repaired(row, "", pushed.deepCopy());
    record.remove("key");
    record.put("type", "service-guide");
    ObjectNode header = record.putObject("header");
    for (String day : List.of("effectiveFrom", "effectiveUntil")) {
      JsonNode value = record.remove(day);
      if (value != null) {
        header.set(day, value);
      }
    }
    known
        .department(record.path("departmentName").asString(""))
        .ifPresent(id -> header.put("departmentId", id));
    String department = header.path("departmentId").asString(null);
    String sha256 = Digest.of(pushed.toString());
    return new Draft(
        row.number(),
        new Draft.Identity(id(key, record), department, source, key, sha256),
        given -> record(record, given));
  }

  private String id(String key, ObjectNode record) {
    String before = idOfKey.apply(key);
    if (!before.isEmpty()) {
      return before;
    }
    String code = record.path("itemCode").asString("");
    return known
        .guide(code)
        .filter(_ -> !code.isEmpty())
        .orElseGet(() -> Digest.id("g-", code.isEmpty() ? source + "/" + key : code));
  }

  /** Texts as the importers repair them; a refusal names the member. */
  private static JsonNode repaired(Row row, String path, JsonNode node) throws RefusedRowException {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (node.isString()) {
      return nodes.stringNode(row.line(path, node.stringValue()));
    } else if (node.isArray()) {
      ArrayNode array = nodes.arrayNode();
      for (JsonNode element : node) {
        array.add(repaired(row, path + "[" + array.size() + "]", element));
      }
      return array;
    } else if (node.isObject()) {
      ObjectNode object = nodes.objectNode();
      for (var member : node.properties()) {
        String inner = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
        object.set(member.getKey(), repaired(row, inner, member.getValue()));
      }
      return object;
    }
    return node;
  }

  private static ContentRecord record(ObjectNode record, RecordHeader header)
      throws RefusedRowException {
    ObjectNode whole = record.deepCopy();
    ((ObjectNode) whole.path("header")).put("id", header.id());
    try {
      ContentRecord guide =
          new AuthoredRecord("", 0, whole).record(header.revision(), header.origin());
      String unknown = guide.unknown().json();
      if (!unknown.equals("{}")) {
        throw new RefusedRowException(Kind.MALFORMED_RECORD, "", "is not known: " + unknown);
      }
      return guide;
    } catch (MalformedRecordException e) {
      throw new RefusedRowException(
          Kind.MALFORMED_RECORD, e.field(), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public String name() {
    return source;
  }

  @Override
  public double fractionRead() {
    return body.guides().isEmpty() ? 1 : (double) taken.size() / body.guides().size();
  }

  @Override
  public String sha256() {
    return "";
  }
}
