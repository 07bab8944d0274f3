package org.openhall.office.catalog;

import java.io.IOException;
import java.io.Reader;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openhall.content.Authority;
import org.openhall.content.Department;
import org.openhall.content.Handling;
import org.openhall.content.Placement;
import org.openhall.content.RecordHeader;
import org.openhall.content.Remedies;
import org.openhall.content.ServiceGuide;
import org.openhall.content.UnknownFields;
import org.openhall.office.text.Trouble;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Service items of a district, a JSON array of objects: {@code department, main_item, name,
 * item_code, task_type, task_type_name, area_code, dept_code, link}. The key of a row is its
 * item_code. The source names the matters and says no more: materials, steps, fees and the rest
 * stay absent.
 */
final class GuidesImporter implements Importer {
  private static final String UNSORTED = "未分类";

  private final SourceFile file;
  private final JsonMapper json = JsonMapper.shared();
  private final Set<String> departmentsSeen = new HashSet<>();

  GuidesImporter(SourceFile file) {
    this.file = file;
  }

  @Override
  public void read(Intake intake) throws BadFileException, IOException, SQLException {
    try (Reader reader = file.reader();
        JsonParser parser = json.createParser(reader)) {
      try {
        readArray(parser, intake);
      } catch (JacksonIOException e) {
        throw file.broken(e.getCause(), parser.currentLocation().getLineNr());
      } catch (JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        throw new BadFileException(
            Trouble.of(
                "trouble.json-broken",
                file.name(),
                at.getLineNr(),
                at.getColumnNr(),
                e.getOriginalMessage()));
      }
    }
  }

  private void readArray(JsonParser parser, Intake intake) throws BadFileException, SQLException {
    parser.nextToken();
    int number = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      number++;
      JsonNode object = parser.readValueAsTree();
      if (object == null || !object.isObject()) {
        throw new BadFileException(
            Trouble.of(
                "trouble.json-no-object", file.name(), parser.currentLocation().getLineNr()));
      }
      readObject(new JsonRow(object), intake.row(number), intake);
    }
  }

  private void readObject(JsonRow item, Row row, Intake intake) throws SQLException {
    try {
      readRow(item, row, intake);
    } catch (RefusedRowException reason) {
      intake.refuse(row.number(), reason);
    }
  }

  private void readRow(JsonRow item, Row row, Intake intake)
      throws RefusedRowException, SQLException {
    String code = row.mandatoryLine("item_code", item.text("item_code"));
    String area = row.line("area_code", item.text("area_code"));
    String department = row.mandatoryLine("department", item.text("department"));
    Item matter = item(item, row, code, department);
    String departmentId = takeDepartment(department, area, intake);
    Draft.Identity identity =
        new Draft.Identity(
            Digest.id("g-", code), departmentId, Areas.sourceName(area), code, item.sha256());
    intake.take(new Draft(row.number(), identity, header -> guide(header, matter)));
  }

  private record Item(
      String name,
      String code,
      String department,
      Optional<String> typeCode,
      Optional<String> type,
      List<String> aliases,
      Optional<String> link) {}

  private static Item item(JsonRow item, Row row, String code, String department)
      throws RefusedRowException {
    String name = row.mandatoryLine("name", item.text("name"));
    return new Item(
        name,
        code,
        department,
        row.optionalLine("task_type", item.text("task_type")),
        row.optionalLine("task_type_name", item.text("task_type_name")),
        aliases(row.line("main_item", item.text("main_item")), name),
        row.optionalLine("link", item.text("link")));
  }

  /** The main item (主项) that an item belongs to is a second name under which people look for it. */
  private static List<String> aliases(String mainItem, String name) {
    boolean says = !mainItem.isEmpty() && !mainItem.equals(UNSORTED) && !mainItem.equals(name);
    return says ? List.of(mainItem) : List.of();
  }

  private String takeDepartment(String name, String area, Intake intake) throws SQLException {
    String key = area + "/" + name;
    String id = Digest.id("d-", key);
    if (departmentsSeen.add(id)) {
      Draft.Identity identity =
          new Draft.Identity(id, null, Areas.sourceName(area), key, Digest.of(key));
      intake.take(new Draft(0, identity, header -> department(header, name)));
    }
    return id;
  }

  private static Department department(RecordHeader header, String name) {
    return new Department(
        header,
        name,
        null,
        null,
        null,
        null,
        null,
        Department.Details.UNSTATED,
        UnknownFields.NONE);
  }

  private static ServiceGuide guide(RecordHeader header, Item item) {
    return new ServiceGuide(
        header,
        item.name(),
        item.code(),
        item.typeCode().orElse(null),
        item.type().orElse(null),
        item.department(),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        item.aliases(),
        item.link().orElse(null),
        Authority.UNSTATED,
        Handling.UNSTATED,
        Remedies.UNSTATED,
        Placement.NONE,
        List.of(),
        UnknownFields.NONE);
  }
}
