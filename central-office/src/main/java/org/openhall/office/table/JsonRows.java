package org.openhall.office.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.io.input.BoundedInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Objects of a JSON file: an array, one object, or one after the other. The members' names are the
 * columns; the file is read twice, as an object far down may have one more.
 */
final class JsonRows implements TableRows {
  private static final int DEPTH = 40;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH)
                          .maxStringLength(TableFile.LONGEST_CELL)
                          .build())
                  .build())
          .build();

  private final BoundedInputStream bytes;
  private final long length;
  private final JsonParser parser;
  private List<String> columns = List.of();
  private boolean inArray;
  private int number;

  private JsonRows(Path path, Charset charset) throws BadTableException, IOException {
    this.length = Files.size(path);
    this.bytes = BoundedInputStream.builder().setPath(path).get();
    this.parser = JSON.createParser(Characters.reader(bytes, charset));
  }

  static JsonRows open(Path path) throws BadTableException, IOException {
    Charset charset = Characters.of(path);
    Set<String> columns = new LinkedHashSet<>();
    try (JsonRows rows = new JsonRows(path, charset)) {
      for (Optional<ObjectNode> row = rows.object(); row.isPresent(); row = rows.object()) {
        columns.addAll(row.get().propertyNames());
        if (columns.size() > TableFile.MOST_COLUMNS) {
          throw new BadTableException("columns", columns.size(), TableFile.MOST_COLUMNS);
        }
      }
    }
    if (columns.isEmpty()) {
      throw new BadTableException("empty", "");
    }
    JsonRows rows = new JsonRows(path, charset);
    rows.columns = List.copyOf(columns);
    return rows;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public Optional<TableRow> next() throws BadTableException, IOException {
    return object().map(this::row);
  }

  private TableRow row(ObjectNode object) {
    List<JsonNode> cells = new ArrayList<>();
    for (String column : columns) {
      JsonNode cell = object.path(column);
      cells.add(cell.isMissingNode() ? JsonNodeFactory.instance.nullNode() : cell);
    }
    return new TableRow(number, cells);
  }

  private Optional<ObjectNode> object() throws BadTableException {
    try {
      JsonToken token = parser.nextToken();
      while (token == (inArray ? JsonToken.END_ARRAY : JsonToken.START_ARRAY)) {
        inArray = token == JsonToken.START_ARRAY;
        token = parser.nextToken();
      }
      if (token == null) {
        return Optional.empty();
      }
      number++;
      if (parser.readValueAsTree() instanceof ObjectNode object) {
        return Optional.of(object);
      }
      throw new BadTableException("json-no-object", number);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new BadTableException("json", line, String.valueOf(e.getOriginalMessage()));
    }
  }

  @Override
  public double fractionRead() {
    return length == 0 ? 1 : Math.min(1, (double) bytes.getCount() / length);
  }

  @Override
  public void close() {
    parser.close();
  }
}
