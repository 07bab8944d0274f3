package org.openhall.content;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.openhall.content.AnnualReport.Applicants;
import org.openhall.content.AnnualReport.Outcomes;
import org.openhall.content.AnnualReport.RequestRow;
import org.openhall.content.AnnualReport.Row;

/**
 * The rules printed on the form of an annual report (勾稽关系): in 表三, for each column, 第一项 + 第二项 =
 * 第三项（七）总计 + 第四项, and （七） is the sum of all rows （一） to （六）; in every row of 表三 and 表四 总计 is the
 * sum of the other columns. The rows of 表三 are those of the form, each once.
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
    Map<Row, Applicants> rows = new EnumMap<>(Row.class);
    requests.forEach(r -> rows.putIfAbsent(r.row(), r.counts()));
    for (Row row : Row.values()) {
      long times = requests.stream().filter(r -> r.row() == row).count();
      require(row.label(), "行数", times, 1);
    }
    if (!wrong.isEmpty()) {
      return;
    }
    rows.forEach((row, counts) -> require(row.label(), "总计", counts.total(), sum(counts)));
    for (int column = 0; column <= TOTAL; column++) {
      column(rows, column);
    }
  }

  private void column(Map<Row, Applicants> rows, int column) {
    ToLongFunction<Applicants> cell = CELLS.get(column);
    long handled = 0;
    for (Row row : Row.values()) {
      boolean isResult = row.compareTo(Row.DISCLOSED) >= 0 && row.compareTo(Row.HANDLED_TOTAL) < 0;
      handled += isResult ? cell.applyAsLong(rows.get(row)) : 0;
    }
    long total = cell.applyAsLong(rows.get(Row.HANDLED_TOTAL));
    require(Row.HANDLED_TOTAL.label(), APPLICANTS.get(column), total, handled);
    long received =
        cell.applyAsLong(rows.get(Row.RECEIVED_THIS_YEAR))
            + cell.applyAsLong(rows.get(Row.CARRIED_OVER));
    long left = cell.applyAsLong(rows.get(Row.CARRIED_FORWARD));
    require(Row.CARRIED_FORWARD.label(), APPLICANTS.get(column), left, received - total);
  }

  private static long sum(Applicants counts) {
    return CELLS.subList(0, TOTAL).stream().mapToLong(cell -> cell.applyAsLong(counts)).sum();
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
