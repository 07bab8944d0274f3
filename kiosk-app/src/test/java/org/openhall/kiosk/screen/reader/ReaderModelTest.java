package org.openhall.kiosk.screen.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.openhall.kiosk.widget.Highlight.Span;

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
                Records.text("several", "指引", several()),
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

    assertEquals(new Piece.Item("2.", "应急测绘"), reading.pieces().get(reading.start()));
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
    assertEquals(0, shown(new ReaderModel(content, "law", "测绘法")).start());
  }

  @Test
  void goesFromPlaceToPlaceAndRoundAgain() {
    ReaderModel model = new ReaderModel(content, "law", "应急测绘");
    Reading reading = shown(model);

    model.nextPlace();
    assertEquals(new Piece.Paragraph("应急测绘保障"), reading.pieces().get(piece(model)));
    assertEquals(1, model.found().get().place());
    model.nextPlace();
    assertEquals(reading.places().getFirst().piece(), piece(model));
    model.previousPlace();
    assertEquals(reading.places().getLast().piece(), piece(model));
  }

  @Test
  void theTitleIsAPlaceLikeAnyOther() {
    ReaderModel model = new ReaderModel(content, "law", "测绘法");
    shown(model);

    assertEquals(new Place(0, 0, new Span(0, 3)), model.found().get().current().orElseThrow());
    model.nextPlace();
    assertEquals(1, piece(model));
    assertEquals(2, model.found().get().places().size());
  }

  @Test
  void stepsThroughEveryPlaceOfOneParagraph() {
    ReaderModel model = new ReaderModel(content, "several", null);
    Reading reading = shown(model);
    int paragraph = reading.pieces().indexOf(new Piece.Paragraph("窗口一、窗口二和窗口三"));

    model.find("窗口");

    List<Place> expected =
        List.of(
            new Place(paragraph, 0, new Span(0, 2)),
            new Place(paragraph, 0, new Span(4, 6)),
            new Place(paragraph, 0, new Span(8, 10)));
    assertEquals(expected, model.found().get().places().subList(0, 3));
    assertEquals(Optional.of(expected.get(0)), model.found().get().current());
    model.nextPlace();
    assertEquals(Optional.of(expected.get(1)), model.found().get().current());
    assertEquals(expected, model.found().get().in(paragraph).places());
  }

  @Test
  void findsInTheCaptionAndEveryCellOfATable() {
    ReaderModel model = new ReaderModel(content, "several", null);
    Reading reading = shown(model);
    Piece.Band band =
        (Piece.Band)
            reading.pieces().stream()
                .filter(Piece.Band.class::isInstance)
                .findFirst()
                .orElseThrow();

    model.find("窗口");
    List<Place> inTable = model.found().get().places().subList(3, 6);

    assertEquals(List.of(0, 2, 4), inTable.stream().map(Place::text).toList());
    assertEquals("窗口甲", band.texts().get(2));
    assertEquals(6, model.found().get().places().size());
  }

  @Test
  void theSameParagraphTwiceIsTwoPlaces() {
    ReaderModel model = new ReaderModel(content, "several", null);
    shown(model);

    model.find("办理时限");
    List<Place> places = model.found().get().places();

    assertEquals(2, places.size());
    assertNotEquals(places.getFirst().piece(), places.getLast().piece());
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
            new Piece.Opening("关于供水的通知", null),
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

  private static List<Block> several() {
    Block.Row head = new Block.Row(List.of(cell("事项"), cell("窗口甲")));
    Block.Row row = new Block.Row(List.of(cell("登记"), cell("窗口乙")));
    return List.of(
        new Block.Paragraph("　　窗口一、窗口二和窗口三"),
        new Block.Paragraph("办理时限"),
        new Block.Table("窗口表", List.of(head, row)),
        new Block.Paragraph("办理时限"));
  }

  private static Block.Cell cell(String text) {
    return new Block.Cell(text, 1, 1, false);
  }

  private static int piece(ReaderModel model) {
    return model.found().get().current().orElseThrow().piece();
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
