package org.openhall.office.edit;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openhall.content.Attachment;
import org.openhall.content.ContentRecord;
import org.openhall.content.Limits;
import org.openhall.content.Violation;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;
import org.openhall.office.edit.FormField.Kind;
import org.openhall.office.edit.FormField.Weight;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A record while somebody fills in its form. */
public final class RecordForm {
  private final FormShape shape;
  private final ObjectNode json;

  private RecordForm(FormShape shape, ObjectNode json) {
    this.shape = shape;
    this.json = json;
  }

  /** The form of a record; empty for a type that is not edited here. */
  public static Optional<RecordForm> of(EncodedRecord record) {
    return FormShape.find(record.type())
        .map(shape -> new RecordForm(shape, (ObjectNode) read(record.json())));
  }

  private static JsonNode read(byte[] json) {
    return JsonMapper.shared().readTree(json);
  }

  /**
   * The form of a new record.
   *
   * @param id its id, that nothing else has
   * @param office whose record it is
   */
  public static Optional<RecordForm> blank(String type, String id, String office, LocalDate today) {
    return FormShape.find(type)
        .map(shape -> {
          ObjectNode json = JsonMapper.shared().createObjectNode();
          json.put("type", type).put("title", "");
          ObjectNode header = json.putObject("header").put("id", id).put("revision", 1);
          header
              .putObject("origin")
              .put("source", office)
              .put("key", id)
              .put(
                  "sha256",
                  new EncodedRecord(type, id, id.getBytes(StandardCharsets.UTF_8)).sha256Hex())
              .put("asOf", today.toString());
          if (type.equals("disclosure-entry")) {
            json.put("validity", "unstated");
          }
          return new RecordForm(shape, json);
        });
  }

  /** Which fields there are. */
  public FormShape shape() {
    return shape;
  }

  /** What stands in them. */
  public JsonNode json() {
    return json;
  }

  /**
   * Fills in what was sent, and does then what a button asks for.
   *
   * @param deed such as {@code add materials} or {@code up materials[2]}; empty for nothing
   * @return what cannot be; those fields are as they were
   */
  public List<FieldProblem> fill(Posted posted, String deed) {
    FormReader reader = new FormReader(posted);
    reader.read(shape, json);
    List<FieldProblem> problems = new ArrayList<>(reader.problems());
    if (!deed.isEmpty()) {
      new FormDeed(shape, json, posted).run(deed).ifPresent(problems::add);
    }
    return problems;
  }

  /**
   * Adds a file where the form takes one.
   *
   * @param path a field of files, which it is added to, or of one file, whose place it takes
   * @return whether the form has such a field
   */
  public boolean attach(String path, Attachment file) {
    Optional<FormField> field =
        shape.fields().stream().filter(one -> one.name().equals(path)).findFirst();
    Kind kind = field.map(FormField::kind).orElse(Kind.LINE);
    if (kind != Kind.FILES && kind != Kind.FILE) {
      return false;
    }
    ObjectNode place = kind == Kind.FILES ? json.withArray(path).addObject() : json.putObject(path);
    place.put("name", file.name()).put("mediaType", file.mediaType());
    place.put("length", file.length()).put("sha256", file.sha256());
    if (file.pages() != null) {
      place.put("pages", file.pages());
    }
    return true;
  }

  /** The record as it is filled in; what keeps it from being one is added to the problems. */
  public Optional<ContentRecord> record(List<FieldProblem> problems) {
    try {
      ContentRecord record = RecordCodec.decodeKnown(JsonMapper.shared().writeValueAsBytes(json));
      List<Violation> violations = Limits.check(record);
      violations.forEach(one ->
          problems.add(
              new FieldProblem(one.field(), "too-long", one.actual() + "/" + one.limit())));
      return violations.isEmpty() ? Optional.of(record) : Optional.empty();
    } catch (MalformedRecordException e) {
      problems.add(new FieldProblem(e.field(), "malformed", String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  /** Fields that must be filled in before the record is handed in, and are not. */
  public List<FieldProblem> missing() {
    List<FieldProblem> missing = new ArrayList<>();
    shape.fields().forEach(field -> missing(field, field.name(), json.path(field.name()), missing));
    return missing;
  }

  private static void missing(
      FormField field, String path, JsonNode value, List<FieldProblem> missing) {
    if (field.weight() == Weight.REQUIRED && isBlank(value)) {
      missing.add(new FieldProblem(path, "missing", ""));
    }
    if (field.hasRows()) {
      for (int i = 0; i < value.size(); i++) {
        for (FormField column : field.columns()) {
          String at = path + "[" + i + "]." + column.name();
          missing(column, at, value.get(i).path(column.name()), missing);
        }
      }
    } else if (field.kind() == Kind.FILE && value.isObject()) {
      missing(field.columns().getFirst(), path + ".name", value.path("name"), missing);
    } else if (field.kind() == Kind.GROUP && value.has("agency")) {
      missing(
          field.columns().getFirst().required(), path + ".agency", value.path("agency"), missing);
    }
  }

  private static boolean isBlank(JsonNode value) {
    return value.isContainer() ? value.isEmpty() : value.asString("").isBlank();
  }
}
