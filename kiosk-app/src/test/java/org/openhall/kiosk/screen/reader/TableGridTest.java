package org.openhall.kiosk.screen.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhall.content.Block;

class TableGridTest {

  @Test
  void cellsAfterARowSpanMoveToTheNextFreeColumn() {
    TableGrid grid =
        grid(row(cell("类别", 2, 1), cell("数量", 1, 2)), row(cell("制发", 1, 1), cell("废止", 1, 1)));

    assertEquals(
        List.of("类别 0,0", "数量 0,1", "制发 1,1", "废止 1,2"),
        grid.cells().stream()
            .map(c -> c.cell().text() + " " + c.row() + "," + c.column())
            .toList());
    assertEquals(3, grid.columns());
  }

  @Test
  void aSpanBelowTheLastRowEndsThere() {
    TableGrid grid = grid(row(cell("总计", 40, 1), cell("1", 1, 1)));

    assertEquals(1, grid.cells().getFirst().rowSpan());
  }

  @Test
  void aSpanOfNothingIsOne() {
    TableGrid grid = grid(row(cell("甲", 0, 0), cell("乙", 1, 1)));

    assertEquals(1, grid.cells().getFirst().columnSpan());
    assertEquals(1, grid.cells().getLast().column());
  }

  @Test
  void bandsNeverCutACell() {
    TableGrid grid =
        grid(
            row(cell("一", 1, 1), cell("a", 1, 1)),
            row(cell("二", 3, 1), cell("b", 1, 1)),
            row(cell("c", 1, 1)),
            row(cell("d", 1, 1)),
            row(cell("三", 1, 1), cell("e", 1, 1)));

    List<TableGrid> bands = grid.bands(2);

    assertEquals(List.of(4, 1), bands.stream().map(TableGrid::rows).toList());
    assertEquals("三", bands.getLast().cells().getFirst().cell().text());
    assertEquals(0, bands.getLast().cells().getFirst().row());
  }

  @Test
  void aLongTableComesInManyBandsThatTogetherHoldEveryCell() {
    List<Block.Row> rows = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      rows.add(row(cell("第" + i + "行", 1, 1), cell("值", 1, 1)));
    }
    TableGrid grid = TableGrid.of(new Block.Table(null, rows));

    List<TableGrid> bands = grid.bands(20);

    assertEquals(50, bands.size());
    assertEquals(2000, bands.stream().mapToInt(b -> b.cells().size()).sum());
  }

  @Test
  void aTableWithoutRowsIsEmpty() {
    TableGrid grid = grid();

    assertEquals(0, grid.columns());
    assertEquals(List.of(), grid.bands(20));
  }

  private static TableGrid grid(Block.Row... rows) {
    return TableGrid.of(new Block.Table(null, List.of(rows)));
  }

  private static Block.Row row(Block.Cell... cells) {
    return new Block.Row(List.of(cells));
  }

  private static Block.Cell cell(String text, int rowSpan, int colSpan) {
    return new Block.Cell(text, rowSpan, colSpan, false);
  }
}
