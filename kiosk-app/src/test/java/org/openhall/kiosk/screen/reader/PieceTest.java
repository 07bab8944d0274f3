package org.openhall.kiosk.screen.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhall.content.Block;

class PieceTest {

  @Test
  void eachItemOfAListIsAPieceWithItsNumber() {
    assertEquals(
        List.of(new Piece.Item("1.", "身份证"), new Piece.Item("2.", "申请表")),
        Piece.of(List.of(new Block.ItemList(true, List.of("身份证", "申请表")))));
  }

  @Test
  void itemsWithoutNumbersHaveABullet() {
    assertEquals(
        List.of(new Piece.Item("•", "窗口")),
        Piece.of(List.of(new Block.ItemList(false, List.of("窗口")))));
  }

  @Test
  void onlyTheFirstBandOfATableCarriesItsCaption() {
    List<Block.Row> rows = new ArrayList<>();
    for (int i = 0; i < 2 * Piece.ROWS_PER_BAND; i++) {
      rows.add(new Block.Row(List.of(new Block.Cell("值" + i, 1, 1, false))));
    }

    List<Piece> pieces = Piece.of(List.of(new Block.Table("表一", rows)));

    assertEquals(2, pieces.size());
    assertEquals("表一", assertInstanceOf(Piece.Band.class, pieces.getFirst()).caption());
    assertNull(assertInstanceOf(Piece.Band.class, pieces.getLast()).caption());
  }

  @Test
  void aBlockOfALaterVersionLeavesAMark() {
    assertEquals(
        List.of(new Piece.Paragraph("前"), new Piece.Unknown(), new Piece.Paragraph("后")),
        Piece.of(
            List.of(
                new Block.Paragraph("前"),
                new Block.UnknownBlock("{\"kind\":\"hologram\"}"),
                new Block.Paragraph("后"))));
  }

  @Test
  void aHeadingOfAnImpossibleLevelIsBroughtIntoRange() {
    assertEquals(
        List.of(new Piece.Heading(4, "附则")), Piece.of(List.of(new Block.Heading(9, "附则"))));
  }
}
