package org.openhall.kiosk.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openhall.kiosk.typing.InputMethod;
import org.openhall.kiosk.typing.InputMethod.Candidate;

class InputPadModelTest {
  private static final InputMethod INPUT_METHOD = new InputMethod(InputMethod.DEBIAN, true);

  private final Field field = new Field();
  private final InputPadModel model = new InputPadModel(INPUT_METHOD, field);

  @BeforeAll
  static void load() {
    INPUT_METHOD.load();
  }

  @Test
  void lettersAreComposedAndACandidateBecomesText() {
    press("SFZ");
    assertEquals("|sfz|身份证", field.content());

    model.choose(shown().getFirst());

    assertEquals("身份证||", field.content());
    assertEquals(List.of(), shown());
  }

  @Test
  void whatACandidateDoesNotStandForStaysComposed() {
    press("WOYAOBANLI");

    model.choose(new Candidate("我要", 5));

    assertEquals("我要|banli|办理", field.content());
    model.space();
    assertEquals("我要办理||", field.content());
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
    model.room(800);
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
  void nothingThatWasTypedChangesWhatIsOfferedNext() {
    press("XIAN");
    List<Candidate> before = shown();
    Candidate later = model.page().get().candidates().getLast();
    for (int i = 0; i < 20; i++) {
      model.choose(later);
      model.clear();
      press("XIAN");
    }

    assertEquals(before, shown());
  }

  @Test
  void candidatesArePagedByTheRoomThereIs() {
    model.room(400);
    press("S");
    List<Candidate> first = shown();
    assertEquals(4, first.size(), "four single characters of 88 pixels");
    assertFalse(model.page().get().before());

    model.nextPage();

    assertTrue(model.page().get().before());
    assertFalse(first.contains(shown().getFirst()));
    model.previousPage();
    assertEquals(first, shown());
  }

  @Test
  void everyCandidateIsOnExactlyOnePage() {
    model.room(500);
    press("SF");
    int seen = shown().size();
    while (model.page().get().after()) {
      model.nextPage();
      seen += shown().size();
    }

    assertEquals(INPUT_METHOD.pinyin("sf").size(), seen);
  }

  @Test
  void aCandidateWiderThanTheRoomStandsAlone() {
    press("WOYAOBANLISHENFENZHENG");
    model.room(100);

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
    return model.page().get().candidates();
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
