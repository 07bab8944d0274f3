package org.openhall.kiosk.typing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasesTest {
  private static final int HOW = Phrases.sign("怎么");
  private static final int HANDLE = Phrases.sign("办理");

  @Test
  void wordsThatFollowEachOtherSaveTheMoreTheOftenerTheyDo() {
    Phrases.Counts counts = new Phrases.Counts();
    counts.add(HOW, HANDLE, 1);
    float once = new Phrases(counts).saved(HOW, false, HANDLE, false);
    for (int i = 0; i < 1_000_000; i++) {
      counts.add(HOW, HANDLE, 1);
    }
    float often = new Phrases(counts).saved(HOW, false, HANDLE, false);

    assertTrue(once > 0 && often > once, once + ", " + often);
    assertEquals(Phrases.MOST_SAVED, often);
    assertEquals(0, new Phrases(counts).saved(HANDLE, false, HOW, false), "the order matters");
  }

  @Test
  void aWordOfPublicServicesCountsAsAnySuchWord() {
    Phrases.Counts counts = new Phrases.Counts();
    counts.add(Phrases.MATTER, HOW, 1);
    Phrases phrases = new Phrases(counts);

    assertTrue(phrases.saved(Phrases.sign("身份证"), true, HOW, false) > 0);
    assertEquals(0, phrases.saved(Phrases.sign("苹果"), false, HOW, false));
  }

  @Test
  void everyPairOfALargeTableIsFound() {
    Phrases.Counts counts = new Phrases.Counts();
    for (int i = 3; i < 10_000; i++) {
      counts.add(i, i * 31, 1);
    }
    Phrases phrases = new Phrases(counts);

    for (int i = 3; i < 10_000; i++) {
      assertTrue(phrases.saved(i, false, i * 31, false) > 0);
    }
  }

  @Test
  void turnsOfPhraseDecideBetweenWordsThatSoundAlike() {
    for (String line :
        List.of(
            "huzhaoyaodaishenme 护照要带什么",
            "tuixiuxuyaonaxiecailiao 退休需要哪些材料",
            "qunalijiaoshebao 去哪里交社保",
            "jiehunzhengdiulezenmeban 结婚证丢了怎么办",
            "weishengjianzainali 卫生间在哪里")) {
      String[] parts = line.split(" ", -1);
      assertEquals(parts[1], Dictionaries.READ.pinyin(parts[0]).getFirst().text());
    }
  }
}
