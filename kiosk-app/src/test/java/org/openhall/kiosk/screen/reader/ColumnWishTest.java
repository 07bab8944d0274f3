package org.openhall.kiosk.screen.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhall.content.Block;

class ColumnWishTest {

  @Test
  void noFigureBreaks() {
    List<ColumnWish> wishes = wishes(row(cell("行政运行", 1, 1), cell("1286.72", 1, 1)));

    assertTrue(wishes.get(1).least() >= 7 * 0.6);
  }

  @Test
  void longTextsBreakIntoLinesButNotIntoTowers() {
    List<ColumnWish> wishes = wishes(row(cell("申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", 1, 1)));

    assertEquals(6, wishes.getFirst().least(), 0.01);
    assertEquals(ColumnWish.MOST, wishes.getFirst().liked(), 0.01);
  }

  @Test
  void aHeadingOverWideColumnsAsksForNothingMore() {
    List<ColumnWish> wishes =
        wishes(row(cell("本列数据的勾稽关系", 1, 2)), row(cell("一二三四五六", 1, 1), cell("一二三四", 1, 1)));

    assertEquals(6, wishes.get(0).liked(), 0.01);
    assertEquals(4, wishes.get(1).liked(), 0.01);
  }

  @Test
  void aHeadingOverNarrowColumnsWidensThem() {
    List<ColumnWish> wishes = wishes(row(cell("一二三四五六七八", 1, 2)));

    assertEquals(List.of(4.0, 4.0), wishes.stream().map(ColumnWish::liked).toList());
  }

  @Test
  void aTextBesideManyRowsMayBeNarrow() {
    List<ColumnWish> wishes =
        wishes(
            row(cell("三、本年度办理结果及其他情况", 3, 1), cell("一", 1, 1)),
            row(cell("二", 1, 1)),
            row(cell("三", 1, 1)));

    assertEquals(ColumnWish.LEAST, wishes.getFirst().least(), 0.01);
  }

  @Test
  void aBracketStaysWithWhatItHolds() {
    List<ColumnWish> wishes =
        wishes(row(cell("（六）其他处理", 2, 1), cell("一", 1, 1)), row(cell("二", 1, 1)));

    assertEquals(3, wishes.getFirst().least(), 0.01);
  }

  private static List<ColumnWish> wishes(Block.Row... rows) {
    return ColumnWish.of(TableGrid.of(new Block.Table(null, List.of(rows))));
  }

  private static Block.Row row(Block.Cell... cells) {
    return new Block.Row(List.of(cells));
  }

  private static Block.Cell cell(String text, int rowSpan, int colSpan) {
    return new Block.Cell(text, rowSpan, colSpan, false);
  }
}
