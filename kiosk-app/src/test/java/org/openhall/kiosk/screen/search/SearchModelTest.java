package org.openhall.kiosk.screen.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.Block;
import org.openhall.content.ServiceGuide.Audience;
import org.openhall.content.store.Hit;
import org.openhall.content.store.SearchResult;
import org.openhall.kiosk.screen.browse.PublishedContent;
import org.openhall.kiosk.screen.browse.Records;
import org.openhall.kiosk.screen.search.SearchModel.State;

class SearchModelTest {
  @TempDir Path dir;
  private final Hand pause = new Hand();
  private PublishedContent content;
  private SearchModel model;

  @BeforeEach
  void publish() throws Exception {
    content =
        PublishedContent.of(
            dir,
            List.of(
                Records.guide("g1", "居民身份证补领", "公安局", Audience.NATURAL_PERSON),
                Records.text("e1", "户籍管理办法", List.of(new Block.Paragraph("领取时交验居民身份证。"))),
                Records.text("e2", "测绘法", List.of(new Block.Paragraph("测绘人员应当持证。")))));
    model = new SearchModel(content, pause);
  }

  @AfterEach
  void close() throws Exception {
    content.close();
  }

  @Test
  void pinyinInitialsFindTheTitle() {
    typed("sfz");

    assertEquals(List.of("g1"), hits().stream().map(Hit::id).toList());
  }

  @Test
  void fullPinyinFindsTheTitle() {
    typed("shenfenzheng");

    assertEquals(List.of("g1"), hits().stream().map(Hit::id).toList());
  }

  @Test
  void hanziFindTitlesAndTexts() {
    typed("身份证");

    assertEquals(List.of("g1", "e1"), hits().stream().map(Hit::id).toList());
    assertEquals(Hit.Where.TEXT, hits().getLast().where());
  }

  @Test
  void nothingIsAskedWhileKeysStillCome() {
    model.type("s");
    model.type("f");

    assertEquals(0, content.asked());
    pause.pass();
    assertEquals(1, content.asked());
  }

  @Test
  void theAnswerToAnEarlierQueryIsDropped() {
    content.hold();
    typed("测");
    typed("绘");
    model.clear();

    content.answerAll();

    assertInstanceOf(State.Waiting.class, model.state().get());
  }

  @Test
  void namesAreSuggestedWhileOneTypes() {
    typed("居民");

    assertEquals(List.of("居民身份证补领"), model.suggestions().get());
    model.clear();
    assertEquals(List.of(), model.suggestions().get());
  }

  @Test
  void aSlipIsReadAsWhatWasMeantAndCanBeSearchedForAsTyped() {
    typed("居民生份证");

    State.Found found = assertInstanceOf(State.Found.class, model.state().get());
    assertEquals("居民身份证", found.result().readAs());
    assertEquals("g1", found.result().hits().getFirst().id());

    model.searchAsTyped();

    assertEquals(new State.Nothing("居民生份证"), model.state().get());
  }

  @Test
  void aQueryThatFindsNothingSaysSo() {
    typed("无此事项");

    assertEquals(new State.Nothing("无此事项"), model.state().get());
  }

  @Test
  void hitsAreGroupedByKind() {
    typed("身份证");

    List<SearchModel.Line> lines =
        SearchModel.lines(assertInstanceOf(State.Found.class, model.state().get()));

    assertEquals(4, lines.size());
    assertEquals(new SearchModel.Line.Group(Hit.Kind.GUIDE, 1), lines.get(0));
    assertEquals(new SearchModel.Line.Group(Hit.Kind.ENTRY, 1), lines.get(2));
  }

  @Test
  void saysThatMoreWasFoundThanIsListed() {
    SearchResult many = new SearchResult(List.of(), 500, true, null, "");

    assertEquals(
        List.of(new SearchModel.Line.Rest(0)), SearchModel.lines(new State.Found("通知", many)));
  }

  @Test
  void backspaceTakesASurrogatePairWhole() {
    model.type("张");
    model.type("𠮷");

    model.backspace();

    assertEquals("张", model.typed().get());
    model.backspace();
    model.backspace();
    assertEquals("", model.typed().get());
  }

  @Test
  void lettersThatAreStillComposedAreSearchedForAsTheyAre() {
    model.compose("sfz", "十分钟");
    pause.pass();

    assertEquals(List.of("g1"), hits().stream().map(Hit::id).toList());
    assertEquals("", model.typed().get());
    assertEquals("sfz", model.composed().get());
  }

  @Test
  void lettersThatNoTitleHasAreSearchedForAsTheyAreMeant() {
    model.compose("cehuirenyuan", "测绘人员");
    pause.pass();

    assertEquals(List.of("e2"), hits().stream().map(Hit::id).toList());
  }

  @Test
  void behindAWordLettersStandForWhatTheyMean() {
    model.type("居民");
    model.compose("sfz", "身份证");
    pause.pass();

    assertEquals(List.of("g1", "e1"), hits().stream().map(Hit::id).toList());
  }

  @Test
  void theWordsHaveAnEnd() {
    for (int key = 0; key < 100; key++) {
      model.type("a");
    }

    assertEquals(SearchModel.LONGEST_QUERY, model.typed().get().length());
  }

  private void typed(String words) {
    model.type(words);
    pause.pass();
  }

  private List<Hit> hits() {
    return assertInstanceOf(State.Found.class, model.state().get()).result().hits();
  }

  /** A pause that passes when the test says so. */
  private static final class Hand implements Pause {
    private @Nullable Runnable waiting;

    @Override
    public void thenRun(Runnable action) {
      waiting = action;
    }

    @Override
    public void stop() {
      waiting = null;
    }

    void pass() {
      Runnable due = waiting;
      waiting = null;
      if (due != null) {
        due.run();
      }
    }
  }
}
