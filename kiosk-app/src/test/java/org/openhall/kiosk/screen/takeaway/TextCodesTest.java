package org.openhall.kiosk.screen.takeaway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.kiosk.screen.takeaway.TakenPage.Gist;
import org.openhall.kiosk.screen.takeaway.TakenPage.Heading;
import org.openhall.kiosk.screen.takeaway.TextCodes.Extent;

class TextCodesTest {
  private static final String TITLE = "标题";

  /** Bytes that the first line with this title leaves: 2 + 5 characters and a line feed. */
  private static final int ROOM =
      TextCodes.MOST_BYTES - "标题（6/6）\n".getBytes(StandardCharsets.UTF_8).length;

  @Test
  void oneCharacterIsOneCode() {
    assertEquals(List.of("标题（1/1）\n字"), codes("字").texts());
  }

  @Test
  void everyCodeSaysWhoIssuedIt() {
    TakenPage page =
        new TakenPage(
            TITLE,
            List.of(),
            List.of("字".repeat(300)),
            Gist.NONE,
            new TakenPage.Source("示例市财政局", null, null),
            null);

    for (String text : TextCodes.of(page).texts()) {
      assertTrue(text.startsWith("标题（") && text.contains("/2）　示例市财政局\n字"), text);
    }
  }

  @Test
  void whoseTextNobodySignsIsTheOfficesOfTheRelease() {
    ReleaseInfo release = new ReleaseInfo(7, Instant.EPOCH, "示例市政务服务中心", false);

    assertEquals(
        List.of("标题（1/1）　示例市政务服务中心\n字"),
        TextCodes.of(page(TITLE, "字", Gist.NONE).of(release)).texts());
  }

  @Test
  void anEmptyTextIsACodeWithTheTitle() {
    assertEquals(List.of("标题（1/1）\n"), codes("").texts());
  }

  @Test
  void aTextThatJustFillsACodeIsOneAndOneMoreByteIsTwo() {
    assertEquals(1, codes("a".repeat(ROOM)).texts().size());
    assertEquals(2, codes("a".repeat(ROOM + 1)).texts().size());
  }

  @Test
  void sixFullCodesCarryAllAndOneMoreByteIsTooMuch() {
    TextCodes full = codes("a".repeat(6 * ROOM));

    assertEquals(Extent.WHOLE, full.extent());
    assertEquals(6, full.texts().size());
    full.texts().forEach(text -> assertEquals(TextCodes.MOST_BYTES, bytes(text)));
    assertEquals("a".repeat(6 * ROOM), full.carried());
    assertEquals(Extent.BEGINNING, codes("a".repeat(6 * ROOM + 1)).extent());
  }

  @Test
  void aTextThatSentencesWouldPushBeyondSixIsCutAnywhere() {
    String text = ("字".repeat(ROOM / 5) + "。").repeat(12).substring(0, 6 * ROOM / 3);

    TextCodes codes = codes(text);

    assertEquals(Extent.WHOLE, codes.extent());
    assertEquals(text, codes.carried());
  }

  @Test
  void aCodeEndsWithAParagraphWhereItCan() {
    String paragraph = "段".repeat(150);

    TextCodes codes = codes(paragraph + "\n" + paragraph + "\n" + paragraph);

    assertEquals("标题（1/3）\n" + paragraph + "\n", codes.texts().getFirst());
    assertEquals("标题（3/3）\n" + paragraph, codes.texts().getLast());
  }

  @Test
  void aCodeEndsWithASentenceWhereNoParagraphEnds() {
    String sentence = "句".repeat(99) + "。";

    TextCodes codes = codes(sentence.repeat(4));

    assertEquals("标题（1/2）\n" + sentence.repeat(2), codes.texts().getFirst());
    assertEquals(sentence.repeat(4), codes.carried());
  }

  @Test
  void noCharacterIsEverCut() {
    for (int before = 0; before < 8; before++) {
      String text = "a".repeat(before) + "𠮷葛\uDB40\uDD00".repeat(300);
      TextCodes codes = codes(text);
      assertEquals(text, codes.carried());
      for (String code : codes.texts()) {
        assertTrue(bytes(code) <= TextCodes.MOST_BYTES);
        assertEquals(
            code, new String(code.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        assertTrue(
            Character.getType(code.codePointAt(code.indexOf('\n') + 1))
                != Character.NON_SPACING_MARK);
      }
    }
  }

  @Test
  void aLongTitleIsShortenedInEveryCode() {
    TextCodes codes = TextCodes.of(page("题".repeat(500), "字".repeat(900), Gist.NONE));

    assertTrue(codes.texts().getFirst().startsWith("题".repeat(39) + "…（1/"));
    codes.texts().forEach(text -> assertTrue(bytes(text) <= TextCodes.MOST_BYTES));
    assertEquals("字".repeat(900), codes.carried());
  }

  @Test
  void ofALongTextTheSummaryIsCarriedElseTheHeadings() {
    String body = "字".repeat(3000);
    List<Heading> headings = List.of(new Heading(1, "第一章"), new Heading(2, "第一节"));

    TextCodes summary = TextCodes.of(page(TITLE, body, new Gist("概述", headings)));
    TextCodes contents = TextCodes.of(page(TITLE, body, new Gist(null, headings)));

    assertEquals(new TextCodes(List.of("标题（1/1）\n概述"), Extent.SUMMARY), summary);
    assertEquals(new TextCodes(List.of("标题（1/1）\n第一章\n\u3000第一节"), Extent.HEADINGS), contents);
  }

  @Test
  void lowHeadingsAreLeftOutBeforeAnyIsCut() {
    List<Heading> low = Collections.nCopies(1000, new Heading(3, "第某条"));
    List<Heading> headings = new ArrayList<>(low);
    headings.add(new Heading(1, "附则"));

    TextCodes codes = TextCodes.of(page(TITLE, "字".repeat(3000), new Gist(null, headings)));

    assertEquals("附则", codes.carried());
  }

  @Test
  void whatStandsForALongTextNeverTakesMoreThanSixAndSaysThatItIsCut() {
    TextCodes codes = TextCodes.of(page(TITLE, "字", new Gist("概".repeat(9000), List.of())));
    TextCodes cut =
        TextCodes.of(page(TITLE, "字".repeat(9000), new Gist("概".repeat(9000), List.of())));

    assertEquals(Extent.WHOLE, codes.extent());
    assertEquals(Extent.SUMMARY, cut.extent());
    assertEquals(6, cut.texts().size());
    assertTrue(cut.texts().getLast().endsWith("概……"));
    cut.texts().forEach(text -> assertTrue(bytes(text) <= TextCodes.MOST_BYTES));
  }

  private static TextCodes codes(String text) {
    return TextCodes.of(page(TITLE, text, Gist.NONE));
  }

  private static TakenPage page(String title, String text, Gist gist) {
    return new TakenPage(title, List.of(), List.of(text), gist, TakenPage.Source.OFFICE, null);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
