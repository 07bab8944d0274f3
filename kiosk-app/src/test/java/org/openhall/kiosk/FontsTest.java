package org.openhall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;

class FontsTest {
  private static final long SEED = 18030;
  private static final int OF_EACH_BLOCK = 40;

  @Test
  void aSampleOfEveryBlockOfTheStandardIsReallyDrawn() {
    List<String> notDrawn =
        ScreenThread.get(() -> {
          Font font = Font.font(Fonts.load(), 32);
          return sample()
              .filter(it -> !Fonts.isDrawn(it, font))
              .mapToObj(Integer::toHexString)
              .toList();
        });

    assertEquals(List.of(), notDrawn);
  }

  @Test
  void whatNoFontHasIsNoticed() {
    assertFalse(ScreenThread.get(() -> Fonts.isDrawn(0x2EBF0, Font.font(Fonts.load(), 32))));
    assertFalse(ScreenThread.get(() -> Fonts.isDrawn(0x3000, Font.font(Fonts.load(), 32))));
  }

  /** The first, the last and some between, at random but always the same. */
  private static IntStream sample() {
    Random random = new Random(SEED);
    List<Integer> sample = new ArrayList<>();
    for (Gb18030.Block block : Gb18030.BLOCKS) {
      sample.add(block.from());
      sample.add(block.to());
      random.ints(OF_EACH_BLOCK, block.from(), block.to()).forEach(sample::add);
    }
    return sample.stream().mapToInt(Integer::intValue);
  }
}
