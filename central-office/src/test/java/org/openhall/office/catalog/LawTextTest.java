package org.openhall.office.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openhall.content.Block;
import org.openhall.content.Block.Cell;
import org.openhall.content.Block.Heading;
import org.openhall.content.Block.ItemList;
import org.openhall.content.Block.Paragraph;
import org.openhall.content.Block.Table;
import org.openhall.office.catalog.Finding.Kind;

class LawTextTest {
  private final Findings findings = new Findings();

  private List<Block> blocks(List<String> history, String body) throws RefusedRowException {
    return LawText.blocks(new Row(1, findings), history, body);
  }

  private List<Block> blocks(String body) throws RefusedRowException {
    return blocks(List.of(), body);
  }

  @Test
  void readsHeadingsAndParagraphs() throws RefusedRowException {
    assertEquals(
        List.of(new Heading(1, "第一章  总则"), new Paragraph("第一条 为了规范。"), new Heading(2, "第一节 申请")),
        blocks("## 第一章  总则\n\n第一条 为了规范。\n\n### 第一节 申请\n"));
  }

  @Test
  void putsTheHistoryFirstUnderAHeadingOfItsOwn() throws RefusedRowException {
    assertEquals(
        List.of(
            new Heading(1, "历次修订"),
            new Paragraph("2020年5月14日 修正"),
            new Heading(1, "第一章"),
            new Paragraph("条文")),
        blocks(List.of("2020年5月14日 修正", " "), "## 第一章\n\n条文"));
  }

  @Test
  void separatesTheHistoryFromATextThatBeginsWithoutAHeading() throws RefusedRowException {
    assertEquals(
        List.of(
            new Heading(1, "历次修订"),
            new Paragraph("1966年 批准"),
            new Heading(1, "正文"),
            new Paragraph("第一条 为了")),
        blocks(List.of("1966年 批准"), "第一条 为了"));
  }

  @Test
  void readsNumberedLinesFromOneAsAList() throws RefusedRowException {
    assertEquals(
        List.of(
            new Paragraph("（二）条件："),
            new ItemList(true, List.of("职称；", "资格。")),
            new Paragraph("后文")),
        blocks("（二）条件：\n\n1. 职称；\n\n2. 资格。\n\n后文"));
  }

  @Test
  void leavesNumberedLinesThatDoNotBeginAtOneAsTheyAre() throws RefusedRowException {
    assertEquals(
        List.of(new Paragraph("34. 拍卖。"), new Paragraph("1. 单独一项")), blocks("34. 拍卖。\n\n1. 单独一项"));
  }

  @Test
  void readsATableWithItsHeadingRow() throws RefusedRowException {
    Cell law = new Cell("刑法条文", 1, 1, true);
    Cell crime = new Cell("罪名", 1, 1, true);
    Block table =
        new Table(
            null,
            List.of(
                new Block.Row(List.of(law, crime)),
                new Block.Row(
                    List.of(new Cell("第一百条", 1, 1, false), new Cell("袭警罪", 1, 1, false)))));
    String text = "<!-- TABLE -->\n| 刑法条文 |罪名 |\n|-----|-----|\n| 第一百条 |袭警罪 |\n<!-- TABLE END -->";
    assertEquals(List.of(table), blocks(text));
    assertEquals(Set.of(Kind.EDITOR_MARK), findings.counts().keySet());
  }

  @Test
  void dropsTheHeadThatRepeatsTitleAndHistory() throws RefusedRowException {
    assertEquals(
        List.of(new Heading(1, "历次修订"), new Paragraph("2022年 通过")),
        blocks(List.of("2022年 通过"), "# 某条例\n\n2022年 通过\n\n<!-- INFO END -->\n\n"));
    assertEquals(Set.of(Kind.REPEATED_HEAD, Kind.NO_TEXT), findings.counts().keySet());
  }

  @Test
  void dropsParagraphsOfNothingButInvisibleCharacters() throws RefusedRowException {
    assertEquals(List.of(new Paragraph("条文")), blocks("\u200B\n\n\u3000\n\n条文"));
    assertEquals(Set.of(Kind.ZERO_WIDTH), findings.counts().keySet());
  }
}
