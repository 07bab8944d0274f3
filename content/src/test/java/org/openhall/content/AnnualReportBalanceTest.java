package org.openhall.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openhall.content.AnnualReport.Applicants;
import org.openhall.content.AnnualReport.Disputes;
import org.openhall.content.AnnualReport.Documents;
import org.openhall.content.AnnualReport.Outcomes;
import org.openhall.content.AnnualReport.Proactive;
import org.openhall.content.AnnualReport.RequestRow;
import org.openhall.content.AnnualReport.Row;
import org.openhall.content.AnnualReportBalance.WrongCell;

class AnnualReportBalanceTest {
  private static final int COLUMNS = 7;

  private final Random random = new Random(30);

  /** Numbers of 表三 that balance: results at random, what was received follows from them. */
  private long[][] balanced() {
    Row[] rows = Row.values();
    long[][] cells = new long[rows.length][COLUMNS];
    for (int column = 0; column < COLUMNS - 1; column++) {
      long handled = 0;
      for (int row = 2; row < rows.length - 2; row++) {
        cells[row][column] = random.nextInt(500);
        handled += cells[row][column];
      }
      cells[rows.length - 2][column] = handled;
      cells[rows.length - 1][column] = random.nextInt(50);
      cells[1][column] = random.nextInt(50);
      cells[0][column] = handled + cells[rows.length - 1][column] - cells[1][column];
    }
    for (long[] row : cells) {
      for (int column = 0; column < COLUMNS - 1; column++) {
        row[COLUMNS - 1] += row[column];
      }
    }
    return cells;
  }

  static AnnualReport report(List<RequestRow> requests, Outcomes reconsideration) {
    Origin origin = new Origin("示例", null, "00", LocalDate.of(2026, 11, 1), true);
    Documents none = new Documents(0, 0, 0);
    Outcomes zero = new Outcomes(0, 0, 0, 0, 0);
    return new AnnualReport(
        new RecordHeader("r", 1, null, null, null, origin),
        "年度报告",
        2025,
        null,
        null,
        List.of(),
        new Proactive(none, none, 0, 0, 0, "0"),
        requests,
        new Disputes(reconsideration, zero, zero),
        List.of(),
        List.of(),
        List.of(),
        UnknownFields.NONE);
  }

  static List<RequestRow> rows(long[][] cells) {
    List<RequestRow> rows = new ArrayList<>();
    for (Row row : Row.values()) {
      long[] c = cells[rows.size()];
      rows.add(new RequestRow(row, new Applicants(c[0], c[1], c[2], c[3], c[4], c[5], c[6])));
    }
    return rows;
  }

  private static List<WrongCell> check(long[][] cells) {
    return AnnualReportBalance.check(report(rows(cells), new Outcomes(1, 2, 3, 4, 10)));
  }

  @Test
  void whatBalancesIsNotFoundFault() {
    for (int i = 0; i < 200; i++) {
      assertEquals(List.of(), check(balanced()));
    }
  }

  @Test
  void anyFalsifiedCellIsNamedWithWhatItShouldBe() {
    for (int i = 0; i < 500; i++) {
      long[][] cells = balanced();
      int row = random.nextInt(cells.length);
      int column = random.nextInt(COLUMNS);
      long right = cells[row][column];
      cells[row][column] += 1 + random.nextInt(9);
      String name = AnnualReportBalance.APPLICANTS.get(column);
      assertEquals(
          List.of(
              new WrongCell(
                  List.of(Row.values()).get(row).label(), name, cells[row][column], right)),
          check(cells));
    }
  }

  @Test
  void whereOneCellDoesNotExplainItEverySumThatFailsIsNamed() {
    long[][] cells = balanced();
    cells[2][0] += 3;
    cells[6][4] += 5;
    List<WrongCell> wrong = check(cells);
    assertEquals("（一）予以公开", wrong.get(0).row());
    assertEquals(Row.ENDANGERS_SECURITY.label(), wrong.get(1).row());
    assertEquals("自然人", wrong.get(2).column());
    assertEquals("法律服务机构", wrong.get(3).column());
  }

  @Test
  void aWrongTotalIsNamedWithWhatItShouldBe() {
    long[][] cells = balanced();
    long right = cells[4][COLUMNS - 1];
    cells[4][COLUMNS - 1] = right + 5;
    assertEquals(new WrongCell("1.属于国家秘密", "总计", right + 5, right), check(cells).getFirst());
  }

  @Test
  void aMissingRowIsNamedAndNothingElse() {
    List<RequestRow> rows = rows(balanced());
    rows.remove(2);
    assertEquals(
        List.of(new WrongCell("（一）予以公开", "行数", 0, 1)),
        AnnualReportBalance.check(report(rows, new Outcomes(0, 0, 0, 0, 0))));
  }

  @Test
  void totalsOfDisputesAreSums() {
    assertEquals(
        List.of(new WrongCell("行政复议", "总计", 9, 10)),
        AnnualReportBalance.check(report(rows(balanced()), new Outcomes(1, 2, 3, 4, 9))));
  }
}
