package org.openhall.office.sample;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openhall.content.Block;
import org.openhall.content.ContentRecord;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.Notice;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The sample's records, read as the office reads them. */
final class Sample {
  static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);

  private static final List<String> FILES =
      List.of("departments", "catalog", "guides", "entries", "notices");

  private final List<ContentRecord> records = new ArrayList<>();

  static Sample read() throws IOException, MalformedRecordException {
    Sample sample = new Sample();
    JsonMapper json = JsonMapper.builder().build();
    for (String file : FILES) {
      try (InputStream in = Sample.class.getResourceAsStream("/sample/" + file + ".json")) {
        for (JsonNode element : json.readTree(in)) {
          complete((ObjectNode) element.get("header"));
          sample.records.add(RecordCodec.decode(json.writeValueAsBytes(element)));
        }
      }
    }
    return sample;
  }

  private static void complete(ObjectNode header) {
    header.put("revision", 1);
    header
        .putObject("origin")
        .put("source", "示例市政务服务中心")
        .put("sha256", "0".repeat(64))
        .put("asOf", AS_OF.toString())
        .put("sample", true);
  }

  List<ContentRecord> all() {
    return records;
  }

  <T extends ContentRecord> List<T> all(Class<T> type) {
    return records.stream().filter(type::isInstance).map(type::cast).toList();
  }

  List<Block.Table> tables() {
    List<Block> blocks = new ArrayList<>();
    all(DisclosureEntry.class).forEach(entry -> blocks.addAll(entry.body()));
    all(Notice.class).forEach(notice -> blocks.addAll(notice.body()));
    return blocks.stream()
        .filter(Block.Table.class::isInstance)
        .map(Block.Table.class::cast)
        .toList();
  }
}
