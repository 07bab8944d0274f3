package org.openhall.office.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.CatalogNode;
import org.openhall.content.ContentRecord;
import org.openhall.content.Department;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.ServiceGuide;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;
import org.openhall.office.catalog.Finding.Kind;
import org.openhall.office.catalog.ImportOutcome.Imported;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.text.OfficeTime;

@OnBothDatabases
class CatalogTest {
  private static final Clock NOVEMBER =
      Clock.fixed(Instant.parse("2026-11-01T02:00:00Z"), OfficeTime.ZONE);
  private static final Clock DECEMBER =
      Clock.fixed(Instant.parse("2026-12-01T02:00:00Z"), OfficeTime.ZONE);

  @TempDir Path folder;
  private OfficeDatabase database;
  private Catalog catalog;
  private final TestDatabase kind;

  CatalogTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws IOException {
    database = kind.open(folder.resolve("data"));
    catalog = new Catalog(database, NOVEMBER);
  }

  private ImportReport run(Path file) throws IOException, SQLException {
    return run(catalog, file);
  }

  private static ImportReport run(Catalog catalog, Path file) throws IOException, SQLException {
    return assertInstanceOf(Imported.class, catalog.importFile(file, (fraction, rows) -> {}))
        .report();
  }

  private List<ContentRecord> records() throws IOException, SQLException {
    List<ContentRecord> records = new ArrayList<>();
    catalog.forEach(record -> records.add(decode(record.json())));
    return records;
  }

  private static ContentRecord decode(byte[] json) {
    try {
      return RecordCodec.decode(json);
    } catch (MalformedRecordException e) {
      throw new AssertionError(e);
    }
  }

  private DisclosureEntry entry(String key) throws IOException, SQLException {
    return records().stream()
        .filter(record -> key.equals(record.header().origin().key()))
        .map(DisclosureEntry.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Map<Kind, Long> kinds(ImportReport report) {
    Map<Kind, Long> kinds = new TreeMap<>();
    report
        .counts()
        .forEach((kind, fields) ->
            kinds.put(kind, fields.values().stream().mapToLong(Long::longValue).sum()));
    return kinds;
  }

  @Test
  void takesTitlesAndCountsEveryKindOfDirt() throws IOException, SQLException {
    ImportReport report = run(Sources.titles(folder));
    // five entries, the root node and a node for each of four sources
    assertEquals(new ImportReport.Tally(10, 0, 0, 0, 3, 5, 4, 0), report.tally());
    assertEquals(
        Map.ofEntries(
            Map.entry(Kind.LINE_BREAK, 1L),
            Map.entry(Kind.ZERO_WIDTH, 1L),
            Map.entry(Kind.OTHER_SPACE, 1L),
            Map.entry(Kind.ENTITY, 1L),
            Map.entry(Kind.PRIVATE_USE, 1L),
            Map.entry(Kind.PUBLISHED_BEFORE_WRITTEN, 1L),
            Map.entry(Kind.DATE_IN_FUTURE, 1L),
            Map.entry(Kind.UNKNOWN_SOURCE, 1L),
            Map.entry(Kind.MISSING_FIELD, 1L),
            Map.entry(Kind.NOT_A_DATE, 1L),
            Map.entry(Kind.DUPLICATE_KEY, 1L),
            Map.entry(Kind.COLUMN_COUNT, 1L),
            Map.entry(Kind.WEB_PAGE, 1L)),
        kinds(report));
    assertEquals(3L, report.missing().get("documentNumber"));
    assertEquals(2L, report.missing().get("writtenOn"));
    assertEquals(5L, report.missing().get("indexNumber"));
  }

  @Test
  void namesRowFieldAndReasonOfARefusal() throws IOException, SQLException {
    ImportReport report = run(Sources.titles(folder));
    Finding date =
        report.findings().stream()
            .filter(finding -> finding.kind() == Kind.NOT_A_DATE)
            .findFirst()
            .orElseThrow();
    assertEquals(new Finding(Kind.NOT_A_DATE, 8, "date_written", "2020-02-30"), date);
  }

  @Test
  void keepsDatesAndDocumentNumbersExactlyAsTheSourceHasThem() throws IOException, SQLException {
    run(Sources.titles(folder));
    DisclosureEntry future = entry("http://a/4");
    assertEquals(LocalDate.of(2028, 7, 31), future.writtenOn());
    assertNull(future.publishedOn());
    assertEquals("关于丁 &戊的通知", future.title());
    DisclosureEntry wrapped = entry("http://a/2");
    assertEquals("豫政办 〔2006〕64号", wrapped.documentNumber());
    assertEquals("海南省人民政府关于乙的决定", wrapped.title());
    assertEquals("海南省人民政府", wrapped.publisher());
    assertEquals("c-titles-hainan", wrapped.categoryId());
  }

  @Test
  void changesNothingWhenAFileComesTwice() throws IOException, SQLException {
    Path titles = Sources.titles(folder);
    run(titles);
    List<ContentRecord> before = records();
    ImportReport second = run(new Catalog(database, DECEMBER), titles);
    assertEquals(new ImportReport.Tally(0, 0, 10, 0, 3, 5, 4, 0), second.tally());
    assertEquals(before, records());
  }

  @Test
  void givesAChangedRowTheNextRevisionAndKeepsWhatIsNoLongerThere()
      throws IOException, SQLException {
    run(Sources.titles(folder));
    Path changed =
        Files.writeString(
            folder.resolve("changed.csv"),
            Sources.TITLES_HEADING
                + "State Council,国务院关于甲的补充通知,国发〔2020〕1号,2020-01-02,2020-01-09,http://a/1\n"
                + "Hainan Provincial Government,\"海南省人民政府\n关于乙的决定\",豫政办 〔2006〕64号,,2020-02-01,http://a/2\n");
    ImportReport report = run(new Catalog(database, DECEMBER), changed);
    assertEquals(new ImportReport.Tally(0, 1, 4, 0, 1, 0, 0, 1), report.tally());
    assertEquals(2, entry("http://a/1").header().revision());
    assertEquals(LocalDate.of(2026, 12, 1), entry("http://a/1").header().origin().asOf());
    assertEquals(1, entry("http://a/2").header().revision());
    assertEquals(1, entry("http://a/3").header().revision());
  }

  @Test
  void leavesTheCatalogueAsItWasWhenAnImportIsInterrupted() throws IOException, SQLException {
    Path titles = manyTitles(1_200);
    ImportProgress pulledPlug =
        (fraction, rows) -> {
          if (rows == 1_100) { // batches of rows are in the database by now, but not committed
            throw new IllegalStateException("interrupted");
          }
        };
    assertThrows(IllegalStateException.class, () -> catalog.importFile(titles, pulledPlug));
    assertEquals(List.of(), records());
    assertEquals(1_202, run(titles).tally().added());
  }

  private Path manyTitles(int rows) throws IOException {
    StringBuilder csv = new StringBuilder(Sources.TITLES_HEADING);
    for (int i = 1; i <= rows; i++) {
      csv.append("State Council,通知,,,,http://a/").append(i).append('\n');
    }
    return Files.writeString(folder.resolve("many.csv"), csv);
  }

  @Test
  void takesLawsAsBlocksUnderTheirCategories() throws IOException, SQLException {
    ImportReport report = run(Sources.laws(folder));
    // three laws, the root and three categories
    assertEquals(new ImportReport.Tally(7, 0, 0, 0, 2, 2, 1, 0), report.tally());
    assertEquals(
        Map.of(
            Kind.OTHER_SPACE, 1L,
            Kind.PART_NAME, 1L,
            Kind.PRIVATE_USE, 1L,
            Kind.INDEX_PAGE, 1L,
            Kind.WRONG_TYPE, 1L),
        kinds(report));
    assertEquals("中华人民共和国民法典 物权编", entry("民法典/物权编.md").title());
    assertEquals("c-laws-3", entry("民法典/物权编.md").categoryId());
    assertEquals(LocalDate.of(2020, 5, 14), entry("刑法/甲法(2020-05-14).md").publishedOn());
    assertEquals(4, entry("刑法/甲法(2020-05-14).md").body().size());
  }

  @Test
  void takesGuidesWithoutInventingWhatTheSourceLacks() throws IOException, SQLException {
    ImportReport report = run(Sources.guides(folder));
    // two guides and their department; the third row repeats an item code
    assertEquals(new ImportReport.Tally(4, 0, 0, 0, 0, 1, 0, 0), report.tally());
    ServiceGuide guide =
        records().stream()
            .filter(ServiceGuide.class::isInstance)
            .map(ServiceGuide.class::cast)
            .filter(g -> "511A-2".equals(g.itemCode()))
            .findFirst()
            .orElseThrow();
    assertNull(guide.materials());
    assertNull(guide.fees());
    assertEquals("20", guide.itemTypeCode());
    assertEquals("公共服务", guide.itemType());
    assertEquals(List.of("资助"), guide.aliases());
    assertEquals("四川省广安市前锋区", guide.header().origin().source());
    assertEquals(2L, report.missing().get("materials"));
    Department department =
        records().stream()
            .filter(Department.class::isInstance)
            .map(Department.class::cast)
            .filter(d -> d.header().id().equals(guide.header().departmentId()))
            .findFirst()
            .orElseThrow();
    assertEquals("区教科体局", department.name());
  }

  @Test
  void makesANodeForEachSource() throws IOException, SQLException {
    run(Sources.titles(folder));
    List<String> names =
        records().stream()
            .filter(CatalogNode.class::isInstance)
            .map(CatalogNode.class::cast)
            .filter(node -> "c-titles".equals(node.parentId()))
            .map(CatalogNode::name)
            .sorted()
            .toList();
    assertEquals(List.of("Fujian Provincial Government", "上海市人民政府", "国务院", "海南省人民政府"), names);
  }

  @Test
  void refusesARecordBeyondTheLimits() throws IOException, SQLException {
    Path file =
        Files.writeString(
            folder.resolve("long.csv"),
            Sources.TITLES_HEADING
                + "State Council,"
                + "长".repeat(501)
                + ",,,,http://a/1\n"
                + "State Council,通知,文\u0007号,,,http://a/2\n");
    ImportReport report = run(file);
    assertEquals(Map.of(Kind.OUT_OF_LIMITS, 2L), kinds(report));
    assertEquals("title", report.findings().getFirst().field());
    assertEquals("documentNumber", report.findings().getLast().field());
  }

  @Test
  void takesTheShippedSampleMarkedAsSample() throws IOException, SQLException {
    ImportReport report =
        assertInstanceOf(Imported.class, catalog.importSample((fraction, rows) -> {})).report();
    assertEquals(0, report.tally().refused(), () -> report.findings().toString());
    assertEquals(records().size(), report.tally().added());
    for (ContentRecord record : records()) {
      assertEquals(true, record.header().origin().sample());
      assertEquals(LocalDate.of(2026, 11, 20), record.header().origin().asOf());
    }
  }
}
