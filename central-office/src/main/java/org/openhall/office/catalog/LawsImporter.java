package org.openhall.office.catalog;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openhall.content.Block;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.RecordHeader;
import org.openhall.content.UnknownFields;
import org.openhall.office.catalog.Finding.Kind;
import org.openhall.office.text.Trouble;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Texts of laws, one JSON object a line, packed with gzip or not: {@code path, category, title,
 * publish, history[], body}. The key of a row is its path.
 */
final class LawsImporter implements Importer {
  private static final String ROOT = "c-laws";
  private static final String SOURCE = "法律法规汇编（LawRefBook）";
  private static final String INDEX_PAGE = "_index";
  private static final String PART_MARK = "# ";

  /**
   * In the order of the legal hierarchy; the place of a category in this list is in its node's id.
   */
  private static final List<String> CATEGORIES =
      List.of(
          "宪法",
          "宪法相关法",
          "民法典",
          "民法商法",
          "行政法",
          "经济法",
          "社会法",
          "刑法",
          "诉讼与非诉讼程序法",
          "行政法规",
          "部门规章",
          "司法解释",
          "北京地方法规",
          "上海地方法规",
          "重庆地方法规",
          "广东地方法规",
          "山东地方法规",
          "河南地方法规",
          "浙江地方法规",
          "案例",
          "其他");

  private final SourceFile file;
  private final JsonMapper json = JsonMapper.shared();
  private final Set<String> categoriesSeen = new HashSet<>();

  LawsImporter(SourceFile file) {
    this.file = file;
  }

  @Override
  public void read(Intake intake) throws BadFileException, IOException, SQLException {
    intake.take(Nodes.disclosure(ROOT, "法律法规", null, 3));
    try (Lines lines = new Lines(file)) {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (!line.get().isBlank()) {
          readLine(lines.number(), line.get(), intake);
        }
      }
    }
  }

  private void readLine(int number, String line, Intake intake)
      throws BadFileException, SQLException {
    JsonNode object = parse(number, line);
    try {
      readRow(new JsonRow(object), intake.row(number), intake);
    } catch (RefusedRowException reason) {
      intake.refuse(number, reason);
    }
  }

  private JsonNode parse(int number, String line) throws BadFileException {
    try {
      JsonNode object = json.readTree(line);
      if (object.isObject()) {
        return object;
      }
      throw new BadFileException(Trouble.of("trouble.json-no-object", file.name(), number));
    } catch (JacksonException e) {
      throw new BadFileException(
          Trouble.of(
              "trouble.json-broken",
              file.name(),
              number,
              e.getLocation().getColumnNr(),
              e.getOriginalMessage()));
    }
  }

  private void readRow(JsonRow law, Row row, Intake intake)
      throws RefusedRowException, SQLException {
    String path = row.mandatoryLine("path", law.text("path"));
    if (law.text("title").equals(INDEX_PAGE)) {
      throw new RefusedRowException(Kind.INDEX_PAGE, "title", path);
    }
    String category = row.mandatoryLine("category", law.text("category"));
    Law text = law(law, row, category, intake.today());
    takeNode(category, intake);
    Draft.Identity identity =
        new Draft.Identity(Digest.id("l-", path), null, SOURCE, path, law.sha256());
    intake.take(new Draft(row.number(), identity, header -> entry(header, text)));
  }

  private record Law(
      String title, String category, Optional<LocalDate> published, List<Block> body) {}

  private static Law law(JsonRow law, Row row, String category, LocalDate today)
      throws RefusedRowException {
    List<String> history = new ArrayList<>(law.texts("history"));
    String title = row.mandatoryLine("title", law.text("title"));
    if (!history.isEmpty() && history.getFirst().startsWith(PART_MARK)) {
      row.note(Kind.PART_NAME, "title", title);
      title = title + " " + history.removeFirst().substring(PART_MARK.length()).strip();
    }
    Optional<LocalDate> published = row.date("publish", law.text("publish"), today);
    return new Law(title, category, published, LawText.blocks(row, history, law.text("body")));
  }

  private void takeNode(String category, Intake intake) throws SQLException {
    if (categoriesSeen.add(category)) {
      int place = CATEGORIES.indexOf(category);
      int order = place < 0 ? 1_000 : place + 1;
      intake.take(Nodes.disclosure(nodeId(category), category, ROOT, order));
    }
  }

  private static String nodeId(String category) {
    int place = CATEGORIES.indexOf(category);
    return place < 0 ? Digest.id(ROOT + "-x", category) : ROOT + "-" + (place + 1);
  }

  /**
   * The collection says neither who issued a law nor whether it is in force; nor does the record.
   */
  private static DisclosureEntry entry(RecordHeader header, Law law) {
    return new DisclosureEntry(
        header,
        law.title(),
        null,
        null,
        null,
        nodeId(law.category()),
        null,
        null,
        null,
        law.published().orElse(null),
        DisclosureEntry.Validity.UNSTATED,
        null,
        List.of(),
        null,
        law.body(),
        DisclosureEntry.Particulars.UNSTATED,
        UnknownFields.NONE);
  }
}
