package org.openhall.office.desk.upload;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.openhall.office.catalog.RecordFilter;
import org.openhall.office.catalog.RecordLine;
import org.openhall.office.catalog.RecordList;
import org.openhall.office.table.SafeCells;

/** The list of records as a table to take along, in which no cell is taken for a formula. */
final class RecordSheet {
  private static final int PAGE = 500;
  private static final List<String> HEADING =
      List.of("记录编号", "类型", "标题", "文号或编码", "部门或发布机构", "日期", "来源", "修订号");
  private static final RecordFilter ALL = RecordFilter.all(RecordFilter.Order.TITLE);

  private RecordSheet() {}

  /** Writes all records, a page at a time. */
  static void write(RecordList list, SafeCells.Rows rows) throws IOException {
    rows.add(HEADING);
    RecordList.Page page = list.page(ALL, Optional.empty(), PAGE);
    write(page, rows);
    while (page.next().isPresent()) {
      page = list.page(ALL, page.next(), PAGE);
      write(page, rows);
    }
  }

  private static void write(RecordList.Page page, SafeCells.Rows rows) throws IOException {
    for (RecordLine line : page.lines()) {
      rows.add(
          List.of(
              line.id(),
              line.type(),
              line.title(),
              line.number(),
              line.owner(),
              line.day(),
              line.source(),
              Integer.toString(line.revision())));
    }
  }
}
