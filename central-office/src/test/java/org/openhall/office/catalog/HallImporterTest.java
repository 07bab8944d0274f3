package org.openhall.office.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.AnnualReport;
import org.openhall.office.catalog.ImportOutcome.Broken;
import org.openhall.office.catalog.ImportOutcome.Imported;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.text.OfficeTime;

@OnBothDatabases
class HallImporterTest {
  private static final String REPORT =
      """
      {"year":2025,"table3":{"rows":[%s]},
       "table2":{"规章":[3,5,74],"行政规范性文件":[564,984,4185],"行政许可":1,"行政处罚":2,"行政强制":3,
         "行政事业性收费(万元)":316441},
       "table4":{"行政复议":[1,0,0,0,1],"未经复议直接起诉":[0,0,0,0,0],"复议后起诉":[0,0,0,0,0]}}
      """;

  @TempDir Path folder;
  private Catalog catalog;
  private final TestDatabase kind;

  HallImporterTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws IOException {
    catalog = new Catalog(kind.open(folder.resolve("data")), OfficeTime.clock());
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, text);
  }

  private static String rows(int received) {
    StringBuilder rows = new StringBuilder();
    for (AnnualReport.Row row : AnnualReport.Row.values()) {
      int number =
          switch (row) {
            case RECEIVED_THIS_YEAR -> received;
            case DISCLOSED, HANDLED_TOTAL -> 4;
            case CARRIED_FORWARD -> 2;
            default -> 0;
          };
      rows.append(rows.isEmpty() ? "" : ",")
          .append("[\"%s\",[%d,0,0,0,0,0,%d]]".formatted(row.label(), number, number));
    }
    return rows.toString();
  }

  @Test
  void aHallsFolderIsImportedWithItsFiles() throws IOException, SQLException {
    write(
        "hall/departments.json",
        "[{\"type\":\"department\",\"header\":{\"id\":\"d\"},\"name\":\"公安局\"}]");
    write("hall/files/a.csv", "甲,乙\n");
    write("hall/entries/e.md", "---\nid: e\ntitle: 通知\nattachments: a.csv\n---\n正文\n");
    ImportOutcome outcome = catalog.importHall(folder.resolve("hall"), (fraction, rows) -> {});
    assertEquals(2, assertInstanceOf(Imported.class, outcome).report().tally().added());
    String sha256 = Digest.of("甲,乙\n");
    assertEquals("甲,乙\n", Files.readString(catalog.attachments().find(sha256).orElseThrow()));
    ImportOutcome again = catalog.importHall(folder.resolve("hall"), (fraction, rows) -> {});
    assertEquals(2, assertInstanceOf(Imported.class, again).report().tally().unchanged());
  }

  @Test
  void aHallWithAProblemChangesNothing() throws IOException, SQLException {
    write("hall/departments.json", "[{\"type\":\"department\",\"header\":{\"id\":\"d\"}}]");
    Broken broken =
        assertInstanceOf(
            Broken.class, catalog.importHall(folder.resolve("hall"), (fraction, rows) -> {}));
    assertEquals(List.of("hall", 1, "departments.json", 1), broken.trouble().arguments());
    assertTrue(catalog.countsByType().isEmpty());
  }

  @Test
  void anAnnualReportThatBalancesIsTaken() throws IOException, SQLException {
    Optional<Path> real =
        RealDataTest.realData()
            .map(data -> data.resolve("annual_report_sample_2025.json"))
            .filter(Files::isRegularFile);
    System.out.println("annual report: " + (real.isPresent() ? "a real one" : "authored numbers"));
    Path authored = write("report.json", REPORT.formatted(rows(6)));
    Path file = real.orElse(authored);
    ImportOutcome outcome = catalog.importFile(file, (fraction, rows) -> {});
    assertEquals(1, assertInstanceOf(Imported.class, outcome).report().tally().added());
    assertEquals(1L, catalog.countsByType().get("annual-report"));
  }

  @Test
  void aFalsifiedCellIsNamed() throws IOException, SQLException {
    Path file = write("report.json", REPORT.formatted(rows(7)));
    Broken broken =
        assertInstanceOf(Broken.class, catalog.importFile(file, (fraction, rows) -> {}));
    assertEquals("trouble.report-balance", broken.trouble().key());
    assertEquals(
        List.of("report.json", "四、结转下年度继续办理", "自然人", 2L, 3L), broken.trouble().arguments());
  }

  @Test
  void aRowInTheWrongPlaceIsNamed() throws IOException, SQLException {
    Path file = write("report.json", REPORT.formatted(rows(6).replace("（二）部分公开", "（二）全部公开")));
    Broken broken =
        assertInstanceOf(Broken.class, catalog.importFile(file, (fraction, rows) -> {}));
    assertEquals("trouble.report-row", broken.trouble().key());
    assertEquals(4, broken.trouble().arguments().get(1));
  }
}
