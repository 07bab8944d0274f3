package org.openhall.content.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.openhall.content.store.Release.header;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.store.Hit.Where;

class SearchTest {
  private static final String LONG_TEXT = "为了规范管理，根据有关规定，制定本办法。".repeat(3000);

  @TempDir Path folder;
  @TempDir Path other;
  @AutoClose private ContentSnapshot snapshot;

  @BeforeEach
  void build() throws IOException {
    LocalDate old = LocalDate.of(2001, 1, 1);
    snapshot =
        new Release()
            .guide("g-1", "居民身份证申领", "公安局", true, "办身份证")
            .guide("g-2", "护照申领", "公安局", false, "出国证件")
            .entry("e-1", "身份证")
            .entry("e-2", "身份证管理条例")
            .entry("e-3", "关于居民身份证管理工作的通知")
            .entry(header("e-4"), "关于收费的批复", new Release.Facts("省政府", null, old, "粤府函 〔2019〕100号"))
            .entry("e-5", "管理办法", LONG_TEXT + "第五条　当事人应当自收到之日起七日内（节假日顺延）答复。" + LONG_TEXT)
            .entry("e-6", "重庆银行𬭎办法")
            .entry("e-7", "办法", "身份。证件齐全的", "第二段")
            .entry("e-8", "WTO规则 Ⅻ")
            .entry("e-9", "细则", "——", "", "第一条　略。", "第二条　凭（回执）领取，逾期不候。")
            .open(folder);
  }

  private String found(String typed) throws IOException {
    SearchResult result = snapshot.search(typed, 20);
    assertEquals(result.hits().size(), result.count());
    return String.join(" ", result.hits().stream().map(Hit::id).toList());
  }

  @Test
  void exactTitlesComeFirstThenBeginningsThenGuidesThenTexts() throws IOException {
    assertEquals("e-1 e-2 g-1 e-3 e-7", found("身份证"));
  }

  @Test
  void oneAndTwoCharactersAreEnough() throws IOException {
    assertEquals("g-2", found("护"));
    assertEquals("g-2", found("护照"));
    assertEquals("e-6", found("𬭎"));
  }

  @Test
  void pinyinFindsByInitialsInFullAndUnfinished() throws IOException {
    String byPinyin = "g-1 e-1 e-2 e-3";
    for (String typed : List.of("sfz", "SFZ", "shenfenzheng", "shenfenzh", "shenfenz", "ｓｆｚ")) {
      assertEquals(byPinyin, found(typed), typed);
    }
    assertEquals("e-6", found("chongqingyinhang"));
    assertEquals("e-6", found("cqyh"));
    assertEquals("", found("zhongqing"));
  }

  @Test
  void numbersAreFoundHoweverTheyAreWritten() throws IOException {
    for (String typed :
        List.of("粤府函〔2019〕100号", "粤府函[2019]100号", "粤府函 （２０１９） 100 号", "粤府函2019100", "2019 100号")) {
      assertEquals("e-4", found(typed), typed);
    }
    assertEquals("省政府 · 2001-01-01", snapshot.search("收费", 1).hits().getFirst().subtitle());
  }

  @Test
  void aliasesAreFoundLikeTitles() throws IOException {
    assertEquals("g-2", found("出国证件"));
    assertEquals(Where.TITLE, snapshot.search("出国", 1).hits().getFirst().where());
  }

  @Test
  void aPhraseInTheMiddleOfALongTextIsFoundWithItsSurroundings() throws IOException {
    Hit hit = snapshot.search("七日内(节假日顺延)", 5).hits().getFirst();
    assertEquals("e-5", hit.id());
    assertEquals(Where.TEXT, hit.where());
    String excerpt = Objects.requireNonNull(hit.excerpt());
    assertTrue(excerpt.startsWith("…") && excerpt.endsWith("…"), excerpt);
    assertTrue(excerpt.contains("之日起七日内（节假日顺延）答复"), excerpt);
    assertTrue(excerpt.length() < 100, excerpt);
  }

  @Test
  void linesOfWhichNothingIsComparedDoNotShiftTheExcerpt() throws IOException {
    Hit hit = snapshot.search("凭回执领取", 5).hits().getFirst();
    assertEquals("第二条　凭（回执）领取，逾期不候。", hit.excerpt());
  }

  @Test
  void allPairsAreNotEnoughTheyMustStandInARow() throws IOException {
    assertEquals("e-5", found("规定制定"));
    assertEquals(0, snapshot.searchExactly("规定本", 20).count());
    assertEquals(0, snapshot.searchExactly("齐全的第二", 20).count());
  }

  @Test
  void wordsPartedBySpacesMustAllOccur() throws IOException {
    assertEquals("e-3", found("工作 居民"));
    assertEquals(0, snapshot.searchExactly("工作 护照", 20).count());
  }

  @Test
  void lettersAreFoundInAnyWidthAndCase() throws IOException {
    assertEquals("e-8", found("ｗｔｏ"));
    assertEquals("e-8", found("xii"));
  }

  @Test
  void fewerHitsThanFoundMayBeAskedFor() throws IOException {
    SearchResult result = snapshot.search("身份证", 2);
    assertEquals(2, result.hits().size());
    assertEquals(5, result.count());
  }

  @Test
  void moreThanFiveHundredAreNotCounted() throws IOException {
    Release release = new Release();
    for (int i = 0; i < 700; i++) {
      release.entry("t-" + i, i < 300 ? "通知" + i : "附件" + i, "通知的正文");
    }
    try (ContentSnapshot many = release.open(other)) {
      SearchResult result = many.search("通知", 10);
      assertEquals(500, result.count());
      assertTrue(result.countIsLowerBound());
      assertEquals(10, result.hits().size());
    }
  }

  @Test
  void textsAreLookedAtNoLongerThanAFirstPageNeeds() throws IOException {
    Release release = new Release();
    for (int i = 0; i < 350; i++) {
      release.entry("t-" + i, "规章" + i, "凭回执领取");
    }
    try (ContentSnapshot many = release.open(other)) {
      SearchResult page = many.search("凭回执领", 10);
      assertEquals(100, page.count());
      assertTrue(page.countIsLowerBound());
      SearchResult all = many.search("凭回执领", 400);
      assertEquals(350, all.count());
      assertFalse(all.countIsLowerBound());
    }
  }

  @Test
  void anythingMayBeTyped() throws IOException {
    String[] parts = {
      "\"", "'", "*", "NEAR(", "AND", "OR", "NOT", ":", "^", "-", "%", "_", "\\", ";--", "身", "份证",
      "😀", "\uD800", "\uDC00", "\0", "\n", "a", "shen", "§", "¶", "‡", "(", ")", "{", "+", " ",
          "é",
      "\u202E", "\uE003", "𠮷"
    };
    Random random = new Random(13);
    for (int i = 0; i < 600; i++) {
      StringBuilder typed = new StringBuilder();
      for (int j = random.nextInt(12); j >= 0; j--) {
        typed.append(parts[random.nextInt(parts.length)]);
      }
      assertNotNull(snapshot.search(typed.toString(), 5), typed.toString());
    }
    for (int i = 0; i < 200; i++) {
      StringBuilder typed = new StringBuilder();
      for (int j = random.nextInt(80); j >= 0; j--) {
        typed.append((char) random.nextInt(0x10000));
      }
      assertNotNull(snapshot.search(typed.toString(), 5), typed.toString());
    }
  }
}
