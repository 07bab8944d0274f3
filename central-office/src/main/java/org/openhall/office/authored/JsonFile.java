package org.openhall.office.authored;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openhall.content.codec.MalformedRecordException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One JSON file of a hall: a record, or an array of records. */
final class JsonFile {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private final String name;
  private final Problems problems;
  private final List<AuthoredRecord> records = new ArrayList<>();

  private JsonFile(String name, Problems problems) {
    this.name = name;
    this.problems = problems;
  }

  static List<AuthoredRecord> read(String name, byte[] bytes, Problems problems) {
    JsonFile file = new JsonFile(name, problems);
    try (JsonParser parser = JSON.createParser(bytes)) {
      file.read(parser);
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      problems.add(name, line, "json-broken", e.getOriginalMessage());
    }
    return file.records;
  }

  private void read(JsonParser parser) {
    if (parser.nextToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        take(parser);
      }
    } else {
      take(parser);
    }
    if (parser.nextToken() != null) {
      problems.add(name, parser.currentTokenLocation().getLineNr(), "text-after-end");
    }
  }

  private void take(JsonParser parser) {
    int line = Math.max(1, parser.currentTokenLocation().getLineNr());
    JsonNode node = parser.readValueAsTree();
    if (node instanceof ObjectNode object) {
      records.add(new AuthoredRecord(name, line, object));
    } else {
      problems.add(name, line, "not-a-record");
    }
  }

  /** Says which field is wrong, in the words of the codec. */
  static void report(MalformedRecordException e, AuthoredRecord record, Problems problems) {
    String message = String.valueOf(e.getMessage());
    String fault =
        message.startsWith(e.field() + ": ") ? message.substring(e.field().length() + 2) : message;
    problems.add(record, "field", record.id(), e.field(), fault);
  }

  /** An object in the making. */
  static ObjectNode object(Map<String, String> texts) {
    ObjectNode object = JSON.createObjectNode();
    texts.forEach(object::put);
    return object;
  }
}
