package org.openhall.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.openhall.content.AnnualReport.Applicants;
import org.openhall.content.AnnualReport.Disputes;
import org.openhall.content.AnnualReport.Documents;
import org.openhall.content.AnnualReport.Outcomes;
import org.openhall.content.AnnualReport.Proactive;
import org.openhall.content.AnnualReport.RequestRow;
import org.openhall.content.AnnualReport.Row;
import org.openhall.content.Block.Cell;
import org.openhall.content.Block.Table;

/** The tables of an annual report as the form prints them, with its merged cells. */
public final class AnnualReportTables {
  private static final List<String> OUTCOMES = List.of("结果维持", "结果纠正", "其他结果", "尚未审结", "总计");
  private static final int REQUEST_LABELS = 3;

  /** A heading over a run of rows of 表三: the rows from first to last, where more than one. */
  private record Group(String label, Row first, Row last) {
    int rows() {
      return EnumSet.range(first, last).size();
    }

    boolean holds(Row row) {
      return EnumSet.range(first, last).contains(row);
    }
  }

  private static final Group HANDLED = new Group("三、本年度办理结果", Row.DISCLOSED, Row.HANDLED_TOTAL);

  private static final List<Group> RESULTS =
      List.of(
          new Group("（三）不予公开", Row.STATE_SECRET, Row.ADMINISTRATIVE_QUERIES),
          new Group("（四）无法提供", Row.NOT_HELD, Row.STILL_UNCLEAR),
          new Group("（五）不予处理", Row.PETITION, Row.CONFIRMATION),
          new Group("（六）其他处理", Row.NOT_CORRECTED_IN_TIME, Row.OTHER));

  private AnnualReportTables() {}

  /** 二、主动公开政府信息情况. */
  public static Table proactive(Proactive p) {
    List<Block.Row> rows = new ArrayList<>();
    rows.add(row(head("第二十条第（一）项", 1, 4)));
    rows.add(row(heads("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")));
    rows.add(documents("规章", p.regulations()));
    rows.add(documents("行政规范性文件", p.normativeDocuments()));
    rows.addAll(item("第二十条第（五）项", "本年处理决定数量"));
    rows.add(single("行政许可", Long.toString(p.permits())));
    rows.addAll(item("第二十条第（六）项", "本年处理决定数量"));
    rows.add(single("行政处罚", Long.toString(p.penalties())));
    rows.add(single("行政强制", Long.toString(p.coercions())));
    rows.addAll(item("第二十条第（八）项", "本年收费金额（单位：万元）"));
    rows.add(single("行政事业性收费", p.fees()));
    return new Table(null, rows);
  }

  private static Block.Row documents(String name, Documents d) {
    return row(
        Stream.concat(Stream.of(head(name, 1, 1)), numbers(d.made(), d.abolished(), d.inForce())));
  }

  private static List<Block.Row> item(String article, String column) {
    return List.of(
        row(head(article, 1, 4)), row(Stream.of(head("信息内容", 1, 1), head(column, 1, 3))));
  }

  private static Block.Row single(String name, String number) {
    return row(Stream.of(head(name, 1, 1), new Cell(number, 1, 3, false)));
  }

  /** 三、收到和处理政府信息公开申请情况; a row that the report lacks stays empty. */
  public static Table requests(List<RequestRow> requests) {
    Map<Row, Applicants> counts = new EnumMap<>(Row.class);
    requests.forEach(r -> counts.putIfAbsent(r.row(), r.counts()));
    List<String> columns = AnnualReportBalance.APPLICANTS;
    List<Block.Row> rows = new ArrayList<>();
    rows.add(
        row(
            Stream.of(
                head("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, REQUEST_LABELS),
                head("申请人情况", 1, columns.size()))));
    rows.add(
        row(
            Stream.of(
                head(columns.getFirst(), 2, 1),
                head("法人或其他组织", 1, 5),
                head(columns.getLast(), 2, 1))));
    rows.add(row(columns.subList(1, 6).stream().map(c -> head(c, 1, 1))));
    for (Row row : Row.values()) {
      rows.add(row(Stream.concat(labels(row), cells(counts, row))));
    }
    return new Table(null, rows);
  }

  private static Stream<Cell> labels(Row row) {
    List<Cell> cells = new ArrayList<>();
    if (row == HANDLED.first()) {
      cells.add(head(HANDLED.label(), HANDLED.rows(), 1));
    }
    for (Group group : RESULTS) {
      if (row == group.first()) {
        cells.add(head(group.label(), group.rows(), 1));
      }
    }
    cells.add(head(row.label(), 1, width(row)));
    return cells.stream();
  }

  /** Columns that the words of a row take, beside the headings of its groups. */
  private static int width(Row row) {
    int groups = HANDLED.holds(row) ? 1 : 0;
    groups += RESULTS.stream().anyMatch(group -> group.holds(row)) ? 1 : 0;
    return REQUEST_LABELS - groups;
  }

  private static Stream<Cell> cells(Map<Row, Applicants> counts, Row row) {
    Applicants a = counts.get(row);
    if (a == null) {
      return AnnualReportBalance.APPLICANTS.stream().map(_ -> new Cell("", 1, 1, false));
    }
    return numbers(
        a.persons(),
        a.businesses(),
        a.research(),
        a.publicWelfare(),
        a.legalServices(),
        a.others(),
        a.total());
  }

  /** 四、政府信息公开行政复议、行政诉讼情况. */
  public static Table disputes(Disputes d) {
    Stream<Cell> litigation = Stream.of(head("未经复议直接起诉", 1, 5), head("复议后起诉", 1, 5));
    return new Table(
        null,
        List.of(
            row(Stream.of(head("行政复议", 1, 5), head("行政诉讼", 1, 10))),
            row(Stream.concat(OUTCOMES.stream().map(o -> head(o, 2, 1)), litigation)),
            row(
                Collections.nCopies(2, OUTCOMES).stream()
                    .flatMap(List::stream)
                    .map(o -> head(o, 1, 1))),
            row(
                Stream.of(
                        d.reconsideration(),
                        d.directLitigation(),
                        d.litigationAfterReconsideration())
                    .flatMap(AnnualReportTables::cells))));
  }

  private static Stream<Cell> cells(Outcomes o) {
    return numbers(o.upheld(), o.corrected(), o.other(), o.pending(), o.total());
  }

  private static Stream<Cell> numbers(long... numbers) {
    return LongStream.of(numbers).mapToObj(n -> new Cell(Long.toString(n), 1, 1, false));
  }

  private static Stream<Cell> heads(String... texts) {
    return Stream.of(texts).map(text -> head(text, 1, 1));
  }

  private static Cell head(String text, int rowSpan, int colSpan) {
    return new Cell(text, rowSpan, colSpan, true);
  }

  private static Block.Row row(Cell cell) {
    return row(Stream.of(cell));
  }

  private static Block.Row row(Stream<Cell> cells) {
    return new Block.Row(cells.toList());
  }
}
