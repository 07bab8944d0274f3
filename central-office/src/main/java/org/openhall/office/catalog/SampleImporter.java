package org.openhall.office.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import org.openhall.content.ContentRecord;
import org.openhall.content.RecordHeader;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;
import org.openhall.office.catalog.Finding.Kind;
import org.openhall.office.text.Trouble;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The authored sample: records in their JSON form, in arrays, whose header says only what its
 * author decides; revision and origin are put in here. It is marked as sample, so that screens say
 * 示例.
 */
final class SampleImporter implements Importer, Source {
  private static final String SOURCE = "示例市政务服务中心";
  private static final String AS_OF = "2026-11-01";
  private static final List<String> FILES =
      List.of("departments", "catalog", "guides", "entries", "notices");

  private final JsonMapper json = JsonMapper.shared();
  private final String folder;
  private final StringBuilder hashes = new StringBuilder();
  private int filesRead;
  private int row;

  private SampleImporter(String folder) {
    this.folder = folder;
  }

  /** The sample among the program's resources. */
  static SampleImporter shipped() {
    return new SampleImporter("/sample/");
  }

  /** A sample in another folder of the resources. */
  static SampleImporter in(String folder) {
    return new SampleImporter(folder);
  }

  @Override
  public void read(Intake intake) throws BadFileException, IOException, SQLException {
    for (String file : FILES) {
      for (JsonNode element : array(file)) {
        row++;
        take((ObjectNode) element, intake);
      }
      filesRead++;
    }
  }

  private JsonNode array(String name) throws BadFileException, IOException {
    String path = folder + name + ".json";
    try (InputStream in = SampleImporter.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new BadFileException(Trouble.of("trouble.file-unreadable", path));
      }
      byte[] bytes = in.readAllBytes();
      hashes.append(Digest.of(bytes));
      return json.readTree(bytes);
    } catch (JacksonException e) {
      throw new BadFileException(
          Trouble.of(
              "trouble.json-broken",
              path,
              e.getLocation().getLineNr(),
              e.getLocation().getColumnNr(),
              e.getOriginalMessage()));
    }
  }

  private void take(ObjectNode element, Intake intake) throws SQLException {
    JsonNode header = element.path("header");
    String id = header.path("id").asString("");
    Draft.Identity identity =
        new Draft.Identity(
            id,
            header.path("departmentId").asString(null),
            SOURCE,
            id,
            Digest.of(element.toString()));
    intake.take(new Draft(row, identity, given -> record(element, given)));
  }

  /** The element with a whole header: the author's part, and what the catalogue gives. */
  private ContentRecord record(ObjectNode element, RecordHeader given) throws RefusedRowException {
    ObjectNode whole = element.deepCopy();
    ObjectNode header = (ObjectNode) whole.path("header");
    header.put("revision", given.revision());
    header
        .putObject("origin")
        .put("source", SOURCE)
        .put("key", given.id())
        .put("sha256", given.origin().sha256())
        .put("asOf", AS_OF)
        .put("sample", true);
    try {
      return RecordCodec.decode(json.writeValueAsBytes(whole));
    } catch (MalformedRecordException e) {
      throw new RefusedRowException(
          Kind.MALFORMED_RECORD, e.field(), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public String name() {
    return "sample";
  }

  @Override
  public double fractionRead() {
    return (double) filesRead / FILES.size();
  }

  @Override
  public String sha256() {
    return Digest.of(hashes.toString());
  }
}
