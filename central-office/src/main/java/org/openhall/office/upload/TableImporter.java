package org.openhall.office.upload;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.content.ContentRecord;
import org.openhall.content.RecordHeader;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.office.authored.AuthoredRecord;
import org.openhall.office.catalog.BadFileException;
import org.openhall.office.catalog.Digest;
import org.openhall.office.catalog.Draft;
import org.openhall.office.catalog.Finding.Kind;
import org.openhall.office.catalog.Importer;
import org.openhall.office.catalog.Intake;
import org.openhall.office.catalog.RefusedRowException;
import org.openhall.office.catalog.Row;
import org.openhall.office.catalog.Taken;
import org.openhall.office.table.BadTableException;
import org.openhall.office.table.TableRow;
import org.openhall.office.table.TableRows;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of a table as records. Fields that no column fills stay as the catalogue has them; of those
 * that a column fills, an empty cell says that the source has nothing.
 */
final class TableImporter implements Importer {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> HEADER = List.of("id", "effectiveFrom", "effectiveUntil");

  private final TableRows rows;
  private final Mapping mapping;
  private final String source;
  private final KnownRecords known;
  private final Heard heard;

  /** Hears what became of each row. */
  @FunctionalInterface
  interface Heard {
    void of(TableRow row, Taken taken) throws IOException;
  }

  TableImporter(TableRows rows, Mapping mapping, String source, KnownRecords known, Heard heard) {
    this.rows = rows;
    this.mapping = mapping;
    this.source = source;
    this.known = known;
    this.heard = heard;
  }

  @Override
  public void read(Intake intake) throws BadFileException, IOException, SQLException {
    try {
      for (Optional<TableRow> row = rows.next(); row.isPresent(); row = rows.next()) {
        heard.of(row.get(), taken(row.get(), intake));
      }
    } catch (BadTableException e) {
      throw new BadFileException(e.trouble());
    }
  }

  private Taken taken(TableRow row, Intake intake) throws SQLException {
    try {
      return intake.take(draft(row, intake));
    } catch (RefusedRowException reason) {
      intake.refuse(row.number(), reason);
      return new Taken.Refused(reason);
    }
  }

  private Draft draft(TableRow cells, Intake intake) throws RefusedRowException, SQLException {
    Row row = intake.row(cells.number());
    ObjectNode said = said(cells, row);
    RowIdentity identity = RowIdentity.of(mapping.fields(), said, source, known);
    Optional<byte[]> current = intake.current(identity.id());
    ObjectNode record = current.isPresent() ? over(current.get(), said) : said;
    complete(record, row);
    String department = record.path("header").path("departmentId").asString(null);
    return new Draft(
        cells.number(),
        new Draft.Identity(identity.id(), department, source, identity.key(), sha256(cells)),
        header -> record(record, header));
  }

  /** What the row says, in the record's form; null where a column says nothing. */
  private ObjectNode said(TableRow cells, Row row) throws RefusedRowException {
    ObjectNode record = JSON.createObjectNode().put("type", mapping.fields().type());
    ObjectNode header = record.putObject("header");
    for (Map.Entry<String, String> one : mapping.columns().entrySet()) {
      int place = rows.columns().indexOf(one.getKey());
      RecordField field = mapping.fields().field(one.getValue()).orElseThrow();
      JsonNode cell = place < 0 ? JSON.nullNode() : cells.cells().get(place);
      JsonNode value = new CellReader(row, one.getKey()).read(field.form(), cell);
      if (field.isMandatory() && value.isNull()) {
        throw new RefusedRowException(Kind.MISSING_FIELD, one.getKey(), "");
      }
      (HEADER.contains(field.name()) ? header : record).set(field.name(), value);
    }
    return record;
  }

  /** The catalogue's record with what the row says laid over it. */
  private ObjectNode over(byte[] current, ObjectNode said) throws RefusedRowException {
    ObjectNode record = (ObjectNode) JSON.readTree(current);
    if (!record.path("type").equals(said.path("type"))) {
      throw new RefusedRowException(
          Kind.MALFORMED_RECORD, "type", record.path("type").asString(""));
    }
    ObjectNode header = (ObjectNode) record.path("header");
    said.path("header").forEachEntry(header::set);
    said.forEachEntry((name, value) -> {
      if (!name.equals("header")) {
        record.set(name, value);
      }
    });
    return record;
  }

  /** What follows from the rest: ids of what is named, and what every record must say. */
  private void complete(ObjectNode record, Row row) {
    ObjectNode header = (ObjectNode) record.path("header");
    String department =
        record
            .path(
                mapping.fields() == RecordFields.DISCLOSURE_ENTRY ? "publisher" : "departmentName")
            .asString("");
    known.department(department).ifPresent(id -> header.put("departmentId", id));
    spread(record, "windows.hours", "hours");
    spread(record, "windows.phone", "phone");
    String category = record.path("categoryId").asString("");
    if (!category.isEmpty() && known.category(category).isEmpty()) {
      row.note(Kind.UNKNOWN_NAME, mapping.columnOf("categoryId"), category);
      record.remove("categoryId");
    }
    known.category(category).ifPresent(id -> record.put("categoryId", id));
    if (mapping.fields() == RecordFields.DISCLOSURE_ENTRY
        && record.path("validity").isEmpty()
        && !record.path("validity").isString()) {
      record.put("validity", "unstated");
    }
    if (mapping.fields() == RecordFields.STAFF_MEMBER && !record.path("order").isNumber()) {
      record.put("order", row.number());
    }
    withoutNulls(record);
    withoutNulls(header);
  }

  /** Gives every window that says none the hours or the telephone of a column of its own. */
  private static void spread(ObjectNode record, String field, String member) {
    JsonNode value = record.remove(field);
    if (value == null || value.isNull()) {
      return;
    }
    ArrayNode windows = record.withArray("windows");
    if (windows.isEmpty()) {
      windows.addObject().put("name", record.path("departmentName").asString("办事窗口"));
    }
    for (JsonNode window : windows) {
      if (window instanceof ObjectNode object && !object.has(member)) {
        object.set(member, value);
      }
    }
  }

  private static void withoutNulls(ObjectNode object) {
    object.removeIf(JsonNode::isNull);
  }

  private ContentRecord record(ObjectNode record, RecordHeader header) throws RefusedRowException {
    ObjectNode whole = record.deepCopy();
    ((ObjectNode) whole.path("header")).put("id", header.id());
    try {
      return new AuthoredRecord("", 0, whole).record(header.revision(), header.origin());
    } catch (MalformedRecordException e) {
      throw new RefusedRowException(
          Kind.MALFORMED_RECORD, mapping.columnOf(e.field()), String.valueOf(e.getMessage()));
    }
  }

  /** Of the cells that count: another note beside them changes nothing. */
  private String sha256(TableRow cells) {
    StringBuilder text = new StringBuilder();
    mapping
        .columns()
        .forEach((column, field) -> {
          int place = rows.columns().indexOf(column);
          text.append(field).append('\u001f');
          text.append(place < 0 ? "" : cells.cells().get(place)).append('\u001e');
        });
    return Digest.of(text.toString());
  }
}
