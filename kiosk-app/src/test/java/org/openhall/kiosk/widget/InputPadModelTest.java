package org.openhall.kiosk.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openhall.kiosk.typing.Dictionaries;
import org.openhall.kiosk.typing.InputMethod;
import org.openhall.kiosk.typing.InputMethod.Candidate;

class InputPadModelTest {
  private static final InputMethod INPUT_METHOD = Dictionaries.READ;

  private final Field field = new Field();
  private final InputPadModel model = new InputPadModel(INPUT_METHOD, field);

  @Test
  void lettersAreComposedAndACandidateBecomesText() {
    press("SFZ");
    assertEquals("|sfz|身份证", field.content());

    model.choose(shown().getFirst());

    assertEquals("身份证||", field.content());
    assertTrue(shown().stream().allMatch(it -> it.keys() == 0), "what comes next, no more keys");
  }

  @Test
  void whatACandidateDoesNotStandForStaysComposed() {
    press("WOYAOBANLI");

    model.choose(new Candidate("我要", 5));

    assertEquals("|我要banli|我要办理", field.content());
    model.space();
    assertEquals("我要办理||", field.content());
  }

  @Test
  void backspaceTakesBackTheChoiceJustMade() {
    press("WOYAOBANLI");
    model.choose(new Candidate("我", 2));
    model.choose(new Candidate("要", 3));
    assertEquals("|我要banli|我要办理", field.content());

    press("⌫");
    assertEquals("|我yaobanli|我要办理", field.content());

    press("⌫");
    assertEquals("|我yaobanl|我要办理", field.content(), "only the choice just made is taken back");
    press("I");
    model.choose(new Candidate("要办理", 8));
    assertEquals("我要办理||", field.content());
  }

  @Test
  void withTheLastKeyWhatWasChosenBeforeItBecomesText() {
    press("WOB");
    model.choose(new Candidate("我", 2));
    press("A⌫⌫");

    assertEquals("我||", field.content());
    press("⌫");
    assertEquals("||", field.content());
  }

  @Test
  void whatIsChosenInPartIsFinishedByAnotherFaceAndForgottenByClear() {
    press("WOYAO");
    model.choose(new Candidate("我", 2));
    model.show(PadLayout.LETTERS);
    assertEquals("我要||", field.content());

    model.show(PadLayout.PINYIN);
    press("WOYAO");
    model.choose(new Candidate("我", 2));
    model.clear();
    assertEquals("||", field.content());
  }

  @Test
  void whatMayComeNextIsOfferedBehindAWord() {
    press("YANGLAO");
    model.space();
    Candidate next =
        shown().stream().filter(it -> it.text().equals("保险")).findFirst().orElseThrow();

    model.choose(next);

    assertEquals("养老保险||", field.content());
    model.space();
    assertEquals("养老保险 ||", field.content(), "the space key never takes what comes next");
    assertEquals(List.of(), shown());
    press("SFZ");
    assertEquals("养老保险 |sfz|身份证", field.content());
  }

  @Test
  void nothingComesNextBehindBackspaceClearOrADigit() {
    press("YANGLAO");
    model.space();
    press("⌫");
    assertEquals(List.of(), shown());
    press("YANGLAO");
    model.space();
    press("1");
    assertEquals(List.of(), shown());
    press("YANGLAO");
    model.space();
    model.clear();
    assertEquals(List.of(), shown());
  }

  @Test
  void backspaceTakesKeysBeforeCharacters() {
    press("SFZ");
    model.space();
    press("B⌫");
    assertEquals("身份证||", field.content());

    press("⌫");

    assertEquals("身份||", field.content());
  }

  @Test
  void digitsAndOtherFacesFinishWhatIsComposed() {
    press("SFZ1");
    assertEquals("身份证1||", field.content());
    press("SB");

    model.show(PadLayout.LETTERS);
    press("aB");

    assertEquals("身份证1社保ab||", field.content());
  }

  @Test
  void capitalsAreTypedWhileTheyAreOn() {
    model.show(PadLayout.LETTERS);

    press("⇧AB⇧C");

    assertEquals("ABc||", field.content());
  }

  @Test
  void strokesFindARareCharacter() {
    model.show(PadLayout.STROKES);
    model.pages().room(800);
    press("一丨一丨乛一");
    Candidate rare =
        shown().stream().filter(it -> it.text().equals("𠮷")).findFirst().orElseThrow();

    model.choose(rare);

    assertEquals("𠮷||", field.content());
  }

  @Test
  void strokesThatBeginNothingBecomeNothing() {
    model.show(PadLayout.STROKES);
    press("丨".repeat(30));

    model.space();

    assertEquals("||", field.content());
  }

  @Test
  void clearForgetsEverything() {
    press("SFZ");
    model.space();
    press("SB");

    model.clear();

    assertEquals("||", field.content());
    assertEquals(List.of(), shown());
  }

  @Test
  void whatAPersonPutTogetherComesFirstUntilTheVisitEnds() {
    press("ZHANGWENXUAN");
    List<Candidate> before = shown();
    model.choose(new Candidate("张", 5));
    model.choose(new Candidate("文", 3));
    model.choose(new Candidate("𬭎", 4));

    press("ZHANGWENXUAN");
    assertEquals(new Candidate("张文𬭎", 12), shown().getFirst());
    model.clear();
    INPUT_METHOD.forget();

    press("ZHANGWENXUAN");
    assertEquals(before, shown());
  }

  @AfterEach
  void forget() {
    INPUT_METHOD.forget();
  }

  @Test
  void candidatesArePagedByTheRoomThereIs() {
    model.pages().room(400);
    press("S");
    List<Candidate> first = shown();
    assertEquals(4, first.size(), "four single characters of 88 pixels");
    assertFalse(model.pages().page().get().before());

    model.pages().next();

    assertTrue(model.pages().page().get().before());
    assertFalse(first.contains(shown().getFirst()));
    model.pages().previous();
    assertEquals(first, shown());
  }

  @Test
  void everyCandidateIsOnExactlyOnePage() {
    model.pages().room(500);
    press("SF");
    int seen = shown().size();
    while (model.pages().page().get().after()) {
      model.pages().next();
      seen += shown().size();
    }

    assertEquals(INPUT_METHOD.pinyin("sf").size(), seen);
  }

  @Test
  void aCandidateWiderThanTheRoomStandsAlone() {
    press("WOYAOBANLISHENFENZHENG");
    model.pages().room(100);

    assertEquals("我要办理身份证", shown().getFirst().text());
    assertEquals(1, shown().size());
  }

  @Test
  void beforeTheDictionariesAreReadLettersAreTypedAsTheyAre() {
    InputPadModel early = new InputPadModel(new InputMethod(InputMethod.DEBIAN, true), field);

    "SFZ".chars().forEach(key -> early.press((char) key));

    assertEquals("sfz||", field.content());
  }

  private void press(String keys) {
    keys.chars().forEach(key -> model.press((char) key));
  }

  private List<Candidate> shown() {
    return model.pages().page().get().candidates();
  }

  /** A field that shows what came: text, keys being composed, what they likely mean. */
  private static final class Field implements InputPad.Target {
    private String text = "";
    private String composed = "|";

    String content() {
      return text + "|" + composed;
    }

    @Override
    public void type(String more) {
      text += more;
    }

    @Override
    public void compose(String keys, String likely) {
      composed = keys + "|" + likely;
    }

    @Override
    public void backspace() {
      text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
    }

    @Override
    public void clear() {
      text = "";
    }
  }
}
