package org.openhall.office.upload;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which column is which field.
 *
 * @param fields of the record's type
 * @param columns column → name of the field; a column that is not here is left out
 */
public record Mapping(RecordFields fields, Map<String, String> columns) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Each field is filled by one column at most, and only with fields of the type. */
  public Mapping {
    Map<String, String> kept = new LinkedHashMap<>();
    Set<String> used = new HashSet<>();
    columns.forEach((column, field) -> {
      if (fields.field(field).isPresent() && used.add(field)) {
        kept.put(column, field);
      }
    });
    columns = java.util.Collections.unmodifiableMap(kept);
  }

  /** What the columns' names say, for records of a type. */
  public static Mapping proposed(RecordFields fields, List<String> columns) {
    Map<String, String> proposed = new LinkedHashMap<>();
    for (String column : columns) {
      fields.fields().stream()
          .filter(field -> field.isCalled(column))
          .findFirst()
          .ifPresent(field -> proposed.put(column, field.name()));
    }
    return new Mapping(fields, proposed);
  }

  /** The same, for the type that the most columns speak for. */
  public static Mapping proposed(List<String> columns) {
    return Arrays.stream(RecordFields.values())
        .map(fields -> proposed(fields, columns))
        .max(Comparator.comparingInt(mapping -> mapping.columns().size()))
        .orElseThrow();
  }

  /** Fields without which every row would be refused. */
  public List<String> missing() {
    return fields.fields().stream()
        .filter(field -> field.isMandatory() && !columns.containsValue(field.name()))
        .map(RecordField::name)
        .toList();
  }

  /** The column of a field or of a path into it; the path itself where there is none. */
  public String columnOf(String path) {
    String root = path.replaceFirst("[.\\[].*", "");
    return columns.entrySet().stream()
        .filter(e -> e.getValue().equals(path) || e.getValue().equals(root))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(path);
  }

  /** For the database. */
  public String json() {
    ObjectNode json = JSON.createObjectNode().put("type", fields.type());
    columns.forEach(json.putObject("columns")::put);
    return json.toString();
  }

  /** From the database. */
  public static Mapping of(String json) {
    JsonNode node = JSON.readTree(json);
    Map<String, String> columns = new LinkedHashMap<>();
    node.path("columns").forEachEntry((column, field) -> columns.put(column, field.asString()));
    return new Mapping(
        Optional.of(node.path("type").asString()).flatMap(RecordFields::of).orElseThrow(), columns);
  }
}
