package org.openhall.office.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void alignsChineseAndLatinByTheColumnsTheyTake() {
    TextTable table = new TextTable("字段", "n");
    table.row("文号（试行）", 7);
    table.row("ab", 1234);
    assertEquals(
        List.of(
            "字段" + " ".repeat(13) + "n",
            "─".repeat(12) + "  " + "─".repeat(4),
            "文号（试行）" + " ".repeat(5) + "7",
            "ab" + " ".repeat(12) + "1234"),
        table.lines().stream().map(String::stripTrailing).toList());
  }

  @Test
  void countsTwoColumnsForWideCharacters() {
    assertEquals(10, TextTable.width("䢺江（a）b"));
  }
}
