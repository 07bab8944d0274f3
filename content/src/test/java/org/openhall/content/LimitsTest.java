package org.openhall.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static Notice notice(String id, String title, List<Block> body) {
    Origin origin = new Origin("示例", null, "00", LocalDate.of(2026, 11, 1), true);
    RecordHeader header = new RecordHeader(id, 1, null, null, null, origin);
    return new Notice(
        header, Notice.Kind.ANNOUNCEMENT, title, null, null, body, UnknownFields.NONE);
  }

  private static String broken(Notice notice) {
    return Limits.check(notice).stream()
        .map(v -> v.field() + " " + v.rule())
        .collect(Collectors.joining(", "));
  }

  @Test
  void generatedRecordsKeepEveryLimit() {
    RecordGenerator generator = new RecordGenerator(10, false);
    for (int i = 0; i < 100; i++) {
      assertEquals(List.of(), Limits.check(generator.next()));
    }
  }

  @Test
  void lengthsCountCodePoints() {
    assertEquals("", broken(notice("n", "𠮷".repeat(Limits.TITLE), List.of())));
    assertEquals("title longest", broken(notice("n", "a".repeat(Limits.TITLE + 1), List.of())));
  }

  @Test
  void controlCharactersAndHalfPairsAreRefused() {
    assertEquals("title control-character", broken(notice("n", "a\u0085", List.of())));
    assertEquals("title control-character", broken(notice("n", "a\n", List.of())));
    assertEquals("title control-character", broken(notice("n", "\uDC00a", List.of())));
  }

  @Test
  void bodiesAreBounded() {
    String page = "字".repeat(Limits.TEXT);
    assertEquals(
        "body[0].text longest", broken(notice("n", "t", List.of(new Block.Paragraph(page + "字")))));
    List<Block> pages = Collections.nCopies(101, new Block.Paragraph(page));
    assertEquals(" longest-record", broken(notice("n", "t", pages)));
    List<Block> blocks = Collections.nCopies(Limits.BLOCKS + 1, new Block.Paragraph(""));
    assertEquals("body most", broken(notice("n", "t", blocks)));
  }

  @Test
  void tablesAreBounded() {
    Block.Cell cell = new Block.Cell("", 1, 1, false);
    Block.Row row = new Block.Row(Collections.nCopies(Limits.CELLS / 2 + 1, cell));
    assertEquals(
        "body[0] cells",
        broken(notice("n", "t", List.of(new Block.Table(null, List.of(row, row))))));
    Block.Cell wide = new Block.Cell("", 1, Limits.SPAN + 1, false);
    Block.Table table = new Block.Table(null, List.of(new Block.Row(List.of(wide))));
    assertEquals("body[0].rows[0].cells[0].colSpan span", broken(notice("n", "t", List.of(table))));
  }

  @Test
  void idsHaveASmallAlphabet() {
    assertEquals("header.id characters", broken(notice("n/1", "t", List.of())));
    assertEquals("header.id longest", broken(notice("n".repeat(65), "t", List.of())));
  }

  @Test
  void aViolationReadsAsASentence() {
    assertEquals(
        "n: title breaks the rule longest (501, limit 500)",
        Limits.check(notice("n", "a".repeat(501), List.of())).getFirst().sentence());
  }
}
