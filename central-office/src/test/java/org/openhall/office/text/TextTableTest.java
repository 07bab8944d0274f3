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
  void aCellWorksNoWindowAndTurnsNoDirection() {
    TextTable table = new TextTable("大厅");
    table.row("一楼\u001b[2J\u009b2J\u202e厅\n");
    assertEquals("一楼 [2J 2J 厅", table.lines().getLast());
  }

  @Test
  void countsTwoColumnsForWideCharacters() {
    assertEquals(10, TextTable.width("䢺江（a）b"));
  }
}
