package org.openhall.kiosk.screen.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.Block;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.screen.browse.PublishedContent;
import org.openhall.kiosk.screen.browse.Records;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.widget.Fact;

class ReaderModelTest {
  @TempDir Path dir;
  private PublishedContent content;

  @BeforeEach
  void publish() throws Exception {
    List<Block> law = new ArrayList<>();
    law.add(new Block.Heading(1, "测绘法"));
    for (int article = 1; article <= 500; article++) {
      law.add(new Block.Paragraph("第" + article + "条 基础测绘成果"));
    }
    law.add(new Block.ItemList(true, List.of("界线测绘", "应急测绘")));
    law.add(new Block.Paragraph("应急测绘保障"));
    content =
        PublishedContent.of(
            dir,
            List.of(
                Records.text("law", "测绘法", law),
                Records.entry("title-only", "关于供水的通知", "c", "甲省人民政府", 2023),
                Records.node("c", "政府文件", null)));
  }

  @AfterEach
  void close() throws Exception {
    content.close();
  }

  @Test
  void beginsAtTheFirstPlaceOfTheSearchedWords() {
    Reading reading = shown(new ReaderModel(content, "law", "应急测绘"));

    assertEquals(new Piece.Item("2.", "应急测绘"), reading.pieces().get(reading.start("应急测绘")));
    assertEquals(2, reading.places().size());
  }

  @Test
  void howMuchWasSeenGrowsByTheLengthOfTheTextsToAll() {
    int[] percents = shown(new ReaderModel(content, "law", null)).percents();

    assertEquals(0, percents[0]);
    assertEquals(49, percents[250], 2);
    assertEquals(100, percents[percents.length - 1]);
  }

  @Test
  void beginsAtTheTopWhereTheTitleHasTheWords() {
    assertEquals(0, shown(new ReaderModel(content, "law", "测绘法")).start("测绘法"));
  }

  @Test
  void goesFromPlaceToPlaceAndRoundAgain() {
    ReaderModel model = new ReaderModel(content, "law", "应急测绘");
    Reading reading = shown(model);

    model.nextPlace();
    assertEquals(new Piece.Paragraph("应急测绘保障"), reading.pieces().get(piece(model)));
    assertEquals(1, model.found().get().place());
    model.nextPlace();
    assertEquals(reading.places().getFirst(), piece(model));
    model.previousPlace();
    assertEquals(reading.places().getLast(), piece(model));
  }

  @Test
  void fromTheTopTheNextPlaceIsTheFirst() {
    ReaderModel model = new ReaderModel(content, "law", "测绘");
    Reading reading = shown(model);

    assertEquals(-1, model.found().get().place());
    model.nextPlace();
    assertEquals(reading.places().getFirst(), piece(model));
  }

  @Test
  void findsWhatIsTypedFromWhereTheReaderIs() {
    ReaderModel model = new ReaderModel(content, "law", null);
    Reading reading = shown(model);

    model.beginFinding(100);
    model.find("基础测绘");

    assertEquals(500, model.found().get().places().size());
    assertEquals(100, piece(model));
    assertEquals(new Piece.Paragraph("第99条 基础测绘成果"), reading.pieces().get(100));
  }

  @Test
  void findsTheFirstWhereNothingComesAfter() {
    ReaderModel model = new ReaderModel(content, "law", null);
    Reading reading = shown(model);

    model.beginFinding(400);
    model.find("第7条");

    assertEquals(new Piece.Paragraph("第7条 基础测绘成果"), reading.pieces().get(piece(model)));
    assertEquals(0, model.found().get().place());
  }

  @Test
  void findsOnlyTheWordsAsTheyStandWhateverTheirWidthAndMarks() {
    ReaderModel model = new ReaderModel(content, "law", null);

    model.find("第７ 条");
    assertEquals(1, model.found().get().places().size());
    model.find("第7条成果");
    assertEquals(List.of(), model.found().get().places());
    assertEquals(-1, model.found().get().place());
  }

  @Test
  void forgetsTheWordsWhenFindingEnds() {
    ReaderModel model = new ReaderModel(content, "law", null);

    model.beginFinding(0);
    model.find("测绘");
    model.endFinding();

    assertEquals(ReaderModel.Found.NOTHING, model.found().get());
    assertFalse(model.typing().get());
  }

  @Test
  void anEntryWithoutATextSaysSo() {
    Reading reading = shown(new ReaderModel(content, "title-only", null));

    assertEquals(
        List.of(
            new Piece.Opening(),
            new Piece.NoBody("http://example.invalid/title-only"),
            new Piece.Closing()),
        reading.pieces());
  }

  @Test
  void whatIsNotPublishedIsMissing() {
    assertInstanceOf(Loaded.Missing.class, new ReaderModel(content, "x", null).reading().get());
    assertInstanceOf(Loaded.Missing.class, new ReaderModel(content, "c", null).reading().get());
  }

  @Test
  void factsThatTheSourceLacksHaveNoValue() {
    Reading reading = shown(new ReaderModel(content, "title-only", null));

    List<Fact> facts =
        new DocumentFacts(reading.document(), reading.release(), ZoneId.of("Asia/Shanghai"))
            .in(new Messages());

    assertEquals("甲省人民政府", value(facts, "发布机构"));
    assertEquals(null, value(facts, "索引号"));
    assertEquals(null, value(facts, "有效性"));
    assertEquals("第 1 版，数据更新至 2026-11-24 09:30", value(facts, "版本"));
  }

  private static int piece(ReaderModel model) {
    return model.found().get().piece().orElseThrow();
  }

  private static @Nullable String value(List<Fact> facts, String label) {
    return facts.stream().filter(f -> f.label().equals(label)).findFirst().orElseThrow().value();
  }

  @SuppressWarnings("unchecked")
  private static Reading shown(ReaderModel model) {
    Loaded.Shown<Reading> shown = assertInstanceOf(Loaded.Shown.class, model.reading().get());
    return shown.value();
  }
}
