package org.openhall.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openhall.content.AnnualReport.Disputes;
import org.openhall.content.AnnualReport.Documents;
import org.openhall.content.AnnualReport.Outcomes;
import org.openhall.content.AnnualReport.Proactive;
import org.openhall.content.AnnualReport.Row;
import org.openhall.content.Block.Cell;
import org.openhall.content.Block.Table;

class AnnualReportTablesTest {
  /** Lays a table out as a screen does and returns its width; every square is covered once. */
  private static int width(Table table) {
    Set<List<Integer>> covered = new HashSet<>();
    int widest = 0;
    for (int row = 0; row < table.rows().size(); row++) {
      int column = 0;
      for (Cell cell : table.rows().get(row).cells()) {
        while (covered.contains(List.of(row, column))) {
          column++;
        }
        for (List<Integer> square : squares(row, column, cell)) {
          assertEquals(true, covered.add(square), cell.text() + " lies over another cell");
        }
        widest = Math.max(widest, column + cell.colSpan());
      }
    }
    assertEquals(table.rows().size() * widest, covered.size(), "every square is covered");
    return widest;
  }

  private static List<List<Integer>> squares(int row, int column, Cell cell) {
    List<List<Integer>> squares = new ArrayList<>();
    for (int down = 0; down < cell.rowSpan(); down++) {
      for (int right = 0; right < cell.colSpan(); right++) {
        squares.add(List.of(row + down, column + right));
      }
    }
    return squares;
  }

  @Test
  void theTableOfRequestsHasTenColumnsAndMergesTwentyTwoRows() {
    long[][] cells = new long[Row.values().length][7];
    cells[3][6] = 2168;
    Table table = AnnualReportTables.requests(AnnualReportBalanceTest.rows(cells));
    assertEquals(10, width(table));
    assertEquals(3 + 25, table.rows().size());
    Cell handled = table.rows().get(5).cells().getFirst();
    assertEquals(new Cell("三、本年度办理结果", 22, 1, true), handled);
    assertEquals("2168", table.rows().get(6).cells().getLast().text());
  }

  @Test
  void aMissingRowStaysEmpty() {
    Table table = AnnualReportTables.requests(List.of());
    assertEquals(10, width(table));
    assertEquals("", table.rows().get(6).cells().getLast().text());
  }

  @Test
  void theTableOfDisclosureNamesItsItems() {
    Documents documents = new Documents(3, 5, 74);
    Table table =
        AnnualReportTables.proactive(new Proactive(documents, documents, 11398889, 2, 3, "316441"));
    assertEquals(4, width(table));
    assertEquals("第二十条第（一）项", table.rows().getFirst().cells().getFirst().text());
    assertEquals("316441", table.rows().getLast().cells().getLast().text());
  }

  @Test
  void theTableOfDisputesHasFifteenNumbers() {
    Outcomes outcomes = new Outcomes(376, 97, 196, 121, 790);
    Table table = AnnualReportTables.disputes(new Disputes(outcomes, outcomes, outcomes));
    assertEquals(15, width(table));
    assertEquals("790", table.rows().getLast().cells().getLast().text());
  }
}
