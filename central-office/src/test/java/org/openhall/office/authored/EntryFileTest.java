package org.openhall.office.authored;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openhall.content.Block;
import org.openhall.content.Block.Cell;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.Origin;
import org.openhall.content.codec.MalformedRecordException;

class EntryFileTest {
  private static final String FRONT =
      """
      ---
      id: e-1
      departmentId: d-1
      title: 关于预算公开的通知
      validity: in-force
      publishedOn: 2026-03-09
      keywords: 预算；绩效
      relation: 政策解读 | 《通知》解读 | e-2
      relation: 相关文件 | 条例
      ---
      """;

  private final Problems problems = new Problems();

  private DisclosureEntry read(String text) throws MalformedRecordException {
    Origin origin = new Origin("示例", "k", "0".repeat(64), LocalDate.of(2026, 11, 1), true);
    AuthoredRecord record = EntryFile.read("entries/e.md", text, problems).getFirst();
    return (DisclosureEntry) record.record(1, origin);
  }

  private String told() {
    return problems.all().stream()
        .map(p -> p.line() + " " + p.trouble().key().replace("trouble.hall-", ""))
        .collect(Collectors.joining(", "));
  }

  @Test
  void theFrontMatterFillsTheEntry() throws MalformedRecordException {
    DisclosureEntry entry = read(FRONT + "正文。\n");
    assertEquals("e-1", entry.header().id());
    assertEquals(LocalDate.of(2026, 3, 9), entry.publishedOn());
    assertEquals(List.of("预算", "绩效"), entry.keywords());
    assertEquals(
        List.of(
            new DisclosureEntry.Relation("《通知》解读", "e-2", "政策解读"),
            new DisclosureEntry.Relation("条例", null, "相关文件")),
        entry.particulars().relations());
    assertEquals(List.of(new Block.Paragraph("正文。")), entry.body());
    assertEquals("", told());
  }

  @Test
  void headingsListsAndParagraphsKeepTheirOrder() throws MalformedRecordException {
    DisclosureEntry entry = read(FRONT + "# 总则\n第一条　为了公开。\n1. 甲\n2. 乙\n\n- 丙\n1.不是列表\n#### 附则\n");
    assertEquals(
        List.of(
            new Block.Heading(1, "总则"),
            new Block.Paragraph("第一条　为了公开。"),
            new Block.ItemList(true, List.of("甲", "乙")),
            new Block.ItemList(false, List.of("丙")),
            new Block.Paragraph("1.不是列表"),
            new Block.Heading(4, "附则")),
        entry.body());
  }

  @Test
  void mergedSquaresBecomeSpans() throws MalformedRecordException {
    Block.Table table =
        (Block.Table)
            read(FRONT
                    + """
                    表：收支
                    | 项目 | < | 金额 |
                    |---|---|---|
                    | 收入 | 税收 | 1 |
                    | ^ | 非税\\|其他 | 2 |
                    """)
                .body()
                .getFirst();
    assertEquals("收支", table.caption());
    assertEquals(
        List.of(new Cell("项目", 1, 2, true), new Cell("金额", 1, 1, true)),
        table.rows().getFirst().cells());
    assertEquals(new Cell("收入", 2, 1, false), table.rows().get(1).cells().getFirst());
    assertEquals(
        List.of(new Cell("非税|其他", 1, 1, false), new Cell("2", 1, 1, false)),
        table.rows().get(2).cells());
    assertEquals("", told());
  }

  @Test
  void whatIsWrongIsNamedByItsLine() throws MalformedRecordException {
    read(FRONT + "**粗体**\n3. 三\n| ^ | 甲 |\n| 乙 |\n表：没有表\n");
    assertEquals(
        "11 markdown, 12 numbering, 14 table-columns, 13 table-edge, 16 caption-alone", told());
  }

  @Test
  void mergedSquaresThatMakeNoRectangleAreNamed() throws MalformedRecordException {
    read(FRONT + "| 甲 | < |\n| ^ | 乙 |\n");
    assertEquals("11 table-shape", told());
  }

  @Test
  void wrongPropertiesAreNamedByTheirLine() {
    String text = "---\nid: e\nauthor: x\ntitle\nid: f\nrelation: a\n---\n";
    EntryFile.read("entries/e.md", text, problems);
    EntryFile.read("entries/e.md", "没有属性", problems);
    assertEquals(
        "3 property-unknown, 4 property, 5 property-twice, 6 relation, 1 front-matter", told());
  }
}
