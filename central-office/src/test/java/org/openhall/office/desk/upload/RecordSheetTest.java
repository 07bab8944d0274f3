package org.openhall.office.desk.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.table.SafeCells;
import org.openhall.office.text.OfficeTime;

class RecordSheetTest {
  @TempDir Path folder;

  @Test
  void aTitleLikeAFormulaLeavesTheOfficeAsAText() throws IOException, SQLException {
    StringBuilder csv =
        new StringBuilder("source,title,doc_number,date_written,date_published,url\n");
    for (int i = 0; i < 600; i++) {
      csv.append("某市,=1+").append(i).append(",,,,https://x.example/").append(i).append('\n');
    }
    try (OfficeDatabase database = OfficeDatabase.open(folder.resolve("data"))) {
      Catalog catalog = new Catalog(database, OfficeTime.clock());
      catalog.importFile(Files.writeString(folder.resolve("t.csv"), csv), (_, _) -> {});
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      try (SafeCells.Rows rows = SafeCells.csv(text)) {
        RecordSheet.write(catalog.list(), rows);
      }
      String all = text.toString(StandardCharsets.UTF_8);
      assertEquals(600, all.lines().filter(line -> line.contains(",'=1+")).count());
      assertFalse(all.contains(",=1+"), "a formula");
      Path file = folder.resolve("out.xlsx");
      try (SafeCells.Rows rows = SafeCells.xlsx(Files.newOutputStream(file), "记录")) {
        RecordSheet.write(catalog.list(), rows);
      }
      try (ZipFile zip = new ZipFile(file.toFile())) {
        byte[] sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes();
        String xml = new String(sheet, StandardCharsets.UTF_8);
        assertTrue(xml.contains("r=\"C600\"") && !xml.contains("<f"), "no formula");
      }
    }
  }
}
