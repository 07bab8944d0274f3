package org.openhall.content;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.openhall.content.AnnualReport.Applicants;
import org.openhall.content.AnnualReport.Outcomes;
import org.openhall.content.AnnualReport.RequestRow;
import org.openhall.content.AnnualReport.Row;

/**
 * The rules printed on the form of an annual report (勾稽关系): in 表三, for each column, 第一项 + 第二项 =
 * 第三项（七）总计 + 第四项, and （七） is the sum of all rows （一） to （六）; in every row of 表三 and 表四 总计 is the
 * sum of the other columns. The rows of 表三 are those of the form, each once. Where one cell of 表三
 * explains all that is wrong with it, that cell is named; otherwise each sum that fails.
 */
public final class AnnualReportBalance {
  /** Columns of 表三. */
  static final List<String> APPLICANTS =
      List.of("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计");

  private static final List<ToLongFunction<Applicants>> CELLS =
      List.of(
          Applicants::persons,
          Applicants::businesses,
          Applicants::research,
          Applicants::publicWelfare,
          Applicants::legalServices,
          Applicants::others,
          Applicants::total);

  private static final int TOTAL = CELLS.size() - 1;

  /**
   * A cell that does not balance.
   *
   * @param row words of the row as printed
   * @param column words of the column
   * @param found the number there; for a row that is missing or comes twice, how often it is there
   * @param expected the number that the rule asks for
   */
  public record WrongCell(String row, String column, long found, long expected) {}

  private final List<WrongCell> wrong = new ArrayList<>();

  private AnnualReportBalance() {}

  /** Every cell that breaks a rule, in the order of the form; empty if the report balances. */
  public static List<WrongCell> check(AnnualReport report) {
    AnnualReportBalance balance = new AnnualReportBalance();
    balance.requests(report.requests());
    balance.outcomes("行政复议", report.disputes().reconsideration());
    balance.outcomes("未经复议直接起诉", report.disputes().directLitigation());
    balance.outcomes("复议后起诉", report.disputes().litigationAfterReconsideration());
    return List.copyOf(balance.wrong);
  }

  private void requests(List<RequestRow> requests) {
    for (Row row : Row.values()) {
      long times = requests.stream().filter(r -> r.row() == row).count();
      require(row.label(), "行数", times, 1);
    }
    if (!wrong.isEmpty()) {
      return;
    }
    Map<Row, long[]> rows = new EnumMap<>(Row.class);
    requests.forEach(r -> rows.put(r.row(), numbers(r.counts())));
    List<WrongCell> sums = sums(rows);
    wrong.addAll(sums.isEmpty() ? sums : culprit(rows).map(List::of).orElse(sums));
  }

  private static long[] numbers(Applicants counts) {
    return CELLS.stream().mapToLong(cell -> cell.applyAsLong(counts)).toArray();
  }

  /** The sums of 表三 that fail: those of its rows, then those of its columns. */
  private static List<WrongCell> sums(Map<Row, long[]> rows) {
    AnnualReportBalance sums = new AnnualReportBalance();
    rows.forEach((row, cells) -> sums.require(row.label(), "总计", cells[TOTAL], sum(cells)));
    for (int column = 0; column <= TOTAL; column++) {
      sums.column(rows, column);
    }
    return sums.wrong;
  }

  /** The one cell with which everything balances once it is put right, if there is one. */
  private static Optional<WrongCell> culprit(Map<Row, long[]> rows) {
    List<Row> suspects = rows.keySet().stream().filter(row -> !adds(cells(rows, row))).toList();
    for (int column = 0; column <= TOTAL && suspects.size() == 1; column++) {
      long[] cells = cells(rows, suspects.getFirst());
      long found = cells[column];
      cells[column] = column == TOTAL ? sum(cells) : found + cells[TOTAL] - sum(cells);
      long expected = cells[column];
      boolean balances = sums(rows).isEmpty();
      cells[column] = found;
      if (balances) {
        String label = suspects.getFirst().label();
        return Optional.of(new WrongCell(label, APPLICANTS.get(column), found, expected));
      }
    }
    return Optional.empty();
  }

  private static long[] cells(Map<Row, long[]> rows, Row row) {
    return Objects.requireNonNull(rows.get(row));
  }

  private static boolean adds(long[] cells) {
    return cells[TOTAL] == sum(cells);
  }

  private void column(Map<Row, long[]> rows, int column) {
    long handled = 0;
    for (Row row : EnumSet.range(Row.DISCLOSED, Row.OTHER)) {
      handled += cells(rows, row)[column];
    }
    long total = cells(rows, Row.HANDLED_TOTAL)[column];
    require(Row.HANDLED_TOTAL.label(), APPLICANTS.get(column), total, handled);
    long received =
        cells(rows, Row.RECEIVED_THIS_YEAR)[column] + cells(rows, Row.CARRIED_OVER)[column];
    long left = cells(rows, Row.CARRIED_FORWARD)[column];
    require(Row.CARRIED_FORWARD.label(), APPLICANTS.get(column), left, received - total);
  }

  private static long sum(long[] cells) {
    return LongStream.of(cells).limit(TOTAL).sum();
  }

  private void outcomes(String row, Outcomes o) {
    require(row, "总计", o.total(), o.upheld() + o.corrected() + o.other() + o.pending());
  }

  private void require(String row, String column, long found, long expected) {
    if (found != expected) {
      wrong.add(new WrongCell(row, column, found, expected));
    }
  }
}
