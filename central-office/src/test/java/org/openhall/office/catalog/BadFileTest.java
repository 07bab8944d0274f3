package org.openhall.office.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.office.catalog.ImportOutcome.Broken;
import org.openhall.office.catalog.ImportOutcome.NotRecognised;
import org.openhall.office.database.OnBothDatabases;
import org.openhall.office.database.TestDatabase;
import org.openhall.office.text.OfficeTime;
import org.openhall.office.text.Trouble;

/**
 * Files that are not what they should be: one sentence with the place, and nothing of them taken.
 */
@OnBothDatabases
class BadFileTest {
  @TempDir Path folder;
  private Catalog catalog;
  private final TestDatabase kind;

  BadFileTest(TestDatabase kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws IOException {
    catalog = new Catalog(kind.open(folder.resolve("data")), OfficeTime.clock());
  }

  @AfterEach
  void theCatalogueIsUnchanged() {
    assertEquals(Map.of(), catalog.countsByType());
  }

  private Trouble trouble(Path file) throws IOException, SQLException {
    return assertInstanceOf(Broken.class, catalog.importFile(file, (fraction, rows) -> {}))
        .trouble();
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("file"), content);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("file"), content);
  }

  @Test
  void saysThatAFileIsNotThere() throws IOException, SQLException {
    assertEquals("trouble.file-unreadable", trouble(folder.resolve("absent.csv")).key());
  }

  @Test
  void saysThatAFolderIsNoFile() throws IOException, SQLException {
    assertEquals("trouble.file-unreadable", trouble(folder).key());
  }

  @Test
  void doesNotRecogniseAFileOfAnotherKind() throws IOException, SQLException {
    for (String content : List.of("", "code,name\n11,北京市\n", "{\"a\":1}", "[1]", "\u0000\u0001")) {
      assertInstanceOf(
          NotRecognised.class, catalog.importFile(file(content), (fraction, rows) -> {}), content);
    }
  }

  @Test
  void namesTheByteAtWhichHalfAGzipEnds() throws IOException, SQLException {
    byte[] whole = Files.readAllBytes(Sources.laws(folder));
    Trouble trouble = trouble(file(Arrays.copyOf(whole, whole.length - 20)));
    assertEquals("trouble.gzip-broken", trouble.key());
    assertEquals((long) whole.length - 20, trouble.arguments().get(1));
  }

  @Test
  void namesLineAndColumnOfBrokenJsonLines() throws IOException, SQLException {
    Trouble trouble = trouble(file(Sources.LAWS + "{\"path\":\"a\" \"title\"}\n"));
    assertEquals("trouble.json-broken", trouble.key());
    assertEquals(List.of("file", 6, 13), trouble.arguments().subList(0, 3));
  }

  @Test
  void namesLineAndColumnOfABrokenJsonArray() throws IOException, SQLException {
    String half = Sources.GUIDES.substring(0, Sources.GUIDES.length() / 2);
    Trouble trouble = trouble(file(half));
    assertEquals("trouble.json-broken", trouble.key());
    assertEquals((int) half.lines().count(), trouble.arguments().get(1));
  }

  @Test
  void namesTheLineThatIsNoObject() throws IOException, SQLException {
    assertEquals(List.of("file", 6), trouble(file(Sources.LAWS + "17\n")).arguments());
  }

  @Test
  void namesTheMissingColumn() throws IOException, SQLException {
    Trouble trouble = trouble(file(Sources.TITLES.replace(",url\n", ",address\n")));
    assertEquals("trouble.csv-column-missing", trouble.key());
    assertEquals("url", trouble.arguments().get(1));
  }

  @Test
  void namesTheLineOfAnUnclosedQuotation() throws IOException, SQLException {
    Trouble trouble = trouble(file(Sources.TITLES_HEADING + "State Council,\"开口,,,,http://a/1\n"));
    assertEquals("trouble.unreadable-row", trouble.key());
  }

  @Test
  void namesTheFirstByteThatIsNotUtf8() throws IOException, SQLException {
    byte[] gbk = Sources.TITLES.getBytes(Charset.forName("GBK"));
    Trouble trouble = trouble(file(gbk));
    assertEquals("trouble.not-utf8", trouble.key());
    long place = (Sources.TITLES_HEADING + "State Council,").length();
    assertEquals(place, trouble.arguments().get(1));
  }
}
