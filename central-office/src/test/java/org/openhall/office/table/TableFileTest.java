package org.openhall.office.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openhall.office.file.FileKind;

class TableFileTest {
  private static final Charset GB18030 = Charset.forName("GB18030");

  @TempDir Path folder;

  /** What was read: the columns, then each row with its number. */
  private List<List<String>> read(FileKind kind, byte[] bytes, int part)
      throws IOException, BadTableException {
    Path file = Files.write(folder.resolve("table"), bytes);
    List<List<String>> all = new ArrayList<>();
    try (TableRows rows = new TableFile(kind, file).open(part)) {
      all.add(rows.columns());
      for (Optional<TableRow> row = rows.next(); row.isPresent(); row = rows.next()) {
        List<String> cells = new ArrayList<>(List.of(row.get().number() + ""));
        row.get().cells().forEach(c -> cells.add(c.isString() ? c.stringValue() : c.toString()));
        all.add(cells);
      }
      assertEquals(1, rows.fractionRead(), 0.001);
    }
    return all;
  }

  private List<List<String>> csv(String text, Charset charset)
      throws IOException, BadTableException {
    return read(FileKind.CSV, text.getBytes(charset), 0);
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, ''",
    "UTF-8, \uFEFF",
    "GB18030, ''",
    "GB18030, \uFEFF",
    "UTF-16LE, \uFEFF",
    "UTF-16BE, \uFEFF"
  })
  void csvIsReadInEveryEncodingThatOfficesSave(String charset, String mark)
      throws IOException, BadTableException {
    String text = mark + "事项名称,实施编码\r\n身份证换领𠮷,001\r\n\r\n\"含,逗号\n换行\",002\r\n";
    assertEquals(
        List.of(
            List.of("事项名称", "实施编码"),
            List.of("2", "身份证换领𠮷", "001"),
            List.of("3", "含,逗号\n换行", "002")),
        csv(text, Charset.forName(charset)));
  }

  @ParameterizedTest
  @CsvSource({"';'", "'\t'", "'|'", "','", "'，'"})
  void theSeparatorIsTheOneThatTheHeadingHasMostOf(String separator)
      throws IOException, BadTableException {
    String text = "标题" + separator + "文号\n\"a" + separator + "b\"" + separator + "1号\n";
    assertEquals(List.of("2", "a" + separator + "b", "1号"), csv(text, GB18030).get(1));
  }

  @Test
  void aTitleOverTheHeadingIsNoHeadingAndColumnsHaveEachAName()
      throws IOException, BadTableException {
    List<List<String>> rows = csv("某局事项汇总表,,\n名称,,名称,\n甲,乙,丙,\n", StandardCharsets.UTF_8);
    assertEquals(List.of("名称", "#2", "名称 (2)"), rows.get(0));
    assertEquals(List.of("3", "甲", "乙", "丙"), rows.get(1));
  }

  @Test
  void whatBreaksIsSaidWithItsPlace() throws IOException {
    byte[] torn = {(byte) 0xE4, (byte) 0xB8, ',', 'a', '\n', (byte) 0xFF, (byte) 0xFF};
    BadTableException encoding =
        assertThrows(BadTableException.class, () -> read(FileKind.CSV, torn, 0));
    assertEquals("trouble.table-encoding", encoding.trouble().key());
    BadTableException quote =
        assertThrows(
            BadTableException.class, () -> csv("a,b\n1,2\n\"x\"y,2\n", StandardCharsets.UTF_8));
    assertEquals("trouble.table-csv", quote.trouble().key());
    assertEquals(3L, quote.trouble().arguments().getFirst());
    assertThrows(BadTableException.class, () -> csv("", StandardCharsets.UTF_8));
    assertThrows(BadTableException.class, () -> csv("只有一列\n甲\n", StandardCharsets.UTF_8));
  }

  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      Worksheet first = workbook.newWorksheet("说明");
      first.value(0, 0, "填表说明");
      Worksheet sheet = workbook.newWorksheet("事项");
      sheet.value(0, 0, "某局事项汇总表");
      sheet.value(1, 0, "名称");
      sheet.value(1, 1, "编码");
      sheet.value(1, 2, "发布日期");
      sheet.value(1, 3, "法定时限");
      sheet.value(1, 4, "数量");
      sheet.value(3, 0, "身份证换领");
      sheet.value(3, 1, 360100001001L);
      sheet.value(3, 2, LocalDate.of(2026, 3, 1));
      sheet.style(3, 2).format("yyyy\"年\"m\"月\"d\"日\"").set();
      sheet.formula(3, 3, "1+1");
      sheet.value(3, 4, 2.5);
    }
    return bytes.toByteArray();
  }

  @Test
  void aWorkbookIsReadBySheetWithDatesAndLongNumbersAsTheyAreShown()
      throws IOException, BadTableException {
    List<List<String>> rows = read(FileKind.XLSX, workbook(), 1);
    assertEquals(List.of("名称", "编码", "发布日期", "法定时限", "数量"), rows.get(0));
    assertEquals(List.of("4", "身份证换领", "360100001001", "2026-03-01", "", "2.5"), rows.get(1));
    Path file = folder.resolve("table");
    assertEquals(List.of("说明", "事项"), new TableFile(FileKind.XLSX, file).parts());
    assertThrows(BadTableException.class, () -> read(FileKind.XLSX, workbook(), 2));
    assertThrows(BadTableException.class, () -> read(FileKind.XLSX, new byte[] {1, 2, 3}, 0));
  }

  @Test
  void objectsOfJsonHaveTheColumnsThatAnyOfThemHas() throws IOException, BadTableException {
    String json = "[{\"title\":\"甲\"},{\"title\":\"乙\",\"keywords\":[\"a\"],\"n\":1}]";
    assertEquals(
        List.of(
            List.of("title", "keywords", "n"),
            List.of("1", "甲", "null", "null"),
            List.of("2", "乙", "[\"a\"]", "1")),
        read(FileKind.JSON, json.getBytes(StandardCharsets.UTF_8), 0));
    for (String bad : List.of("[1]", "{\"a\":", "[{\"a\":1,\"a\":2}]", "[".repeat(2_000))) {
      assertThrows(
          BadTableException.class,
          () -> read(FileKind.JSON, bad.getBytes(StandardCharsets.UTF_8), 0),
          bad);
    }
  }

  @Test
  void aPageIsReadByTableAndCoveredCellsSayTheSame() throws IOException, BadTableException {
    String html =
        "<meta charset=utf-8><table><tr><th colspan=2>名单</th></tr><tr><th>部门</th><th>名称</th></tr>"
            + "<tr><td rowspan=2>公安局</td><td>身份证</td></tr><tr><td>户口簿</td></tr></table>";
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    assertEquals(
        List.of(List.of("部门", "名称"), List.of("3", "公安局", "身份证"), List.of("4", "公安局", "户口簿")),
        read(FileKind.HTML, bytes, 0));
  }

  @Test
  void aPageIsAlsoAnArticleOfWhichOnlyStructureIsKept() throws IOException, BadTableException {
    String html =
        "<html><head><title>网站</title><meta name=ArticleTitle content=关于某事的通知>"
            + "<meta name=PubDate content='2026/03/01 10:00'></head><body><nav>首页</nav>"
            + "<div id=zoom style='color:red'><h2>一、总则</h2><p>第一条　<b>加粗</b>的内容，有二十个字以上的正文。"
            + "<br>另一行</p><ol><li>甲</li><li>乙</li></ol>"
            + "<table><tr><td colspan=2>合</td></tr><tr><td>1</td><td>2</td></tr></table></div>";
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    List<List<String>> rows = read(FileKind.HTML, bytes, 1);
    assertEquals("关于某事的通知", rows.get(1).get(1));
    assertEquals("2026-03-01", rows.get(1).get(3));
    assertEquals(
        "[{\"kind\":\"heading\",\"level\":2,\"text\":\"一、总则\"},"
            + "{\"kind\":\"paragraph\",\"text\":\"第一条 加粗的内容，有二十个字以上的正文。\"},"
            + "{\"kind\":\"paragraph\",\"text\":\"另一行\"},"
            + "{\"kind\":\"list\",\"ordered\":true,\"items\":[\"甲\",\"乙\"]},"
            + "{\"kind\":\"table\",\"rows\":[{\"cells\":[{\"text\":\"合\",\"colSpan\":2}]},"
            + "{\"cells\":[{\"text\":\"1\"},{\"text\":\"2\"}]}]}]",
        rows.get(1).get(2));
  }

  @Test
  void noCellThatIsHandedOutIsTakenForAFormula() throws IOException, BadTableException {
    List<String> hostile =
        List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "平常", "a=1");
    assertEquals("'=1+1,'+1,'-1,'@SUM(A1),'\t=1,' =1,'＝1,平常,a=1", SafeCells.csv(hostile));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (SafeCells.Rows rows = SafeCells.xlsx(bytes, "表")) {
      rows.add(hostile);
    }
    Path file = Files.write(folder.resolve("out.xlsx"), bytes.toByteArray());
    try (var zip = new java.util.zip.ZipFile(file.toFile())) {
      String sheet = text(zip, "xl/worksheets/sheet1.xml");
      assertTrue(sheet.contains("t=\"s\"") || sheet.contains("t=\"inlineStr\""), sheet);
      assertTrue(!sheet.contains("<f>") && !sheet.contains("<f "), sheet);
      assertTrue(text(zip, "xl/styles.xml").contains("formatCode=\"@\""), "the format for text");
    }
  }

  private static String text(java.util.zip.ZipFile zip, String entry) throws IOException {
    return new String(
        zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void aLongTableIsReadRowByRow() throws IOException, BadTableException {
    StringBuilder csv = new StringBuilder("标题,文号\n");
    for (int i = 0; i < 36_000; i++) {
      csv.append("通知").append(i).append(',').append(i).append("号\n");
    }
    Path file = Files.writeString(folder.resolve("long.csv"), csv);
    try (TableRows rows = new TableFile(FileKind.CSV, file).open(0)) {
      rows.next();
      assertTrue(rows.fractionRead() < 0.2, "not all at once: " + rows.fractionRead());
      int read = 1;
      while (rows.next().isPresent()) {
        read++;
      }
      assertEquals(36_000, read);
    }
  }
}
