package org.openhall.kiosk.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhall.kiosk.typing.InputMethod.Candidate;

class CandidatePagesTest {
  /** The last code point that may be an ideograph; no font of a terminal has it. */
  private static final int UNDRAWN = 0x323AF;

  @Test
  void whatTheScreenCannotDrawIsNotOffered() {
    assertFalse(Glyphs.isDrawn(UNDRAWN), "a font has it: take another");
    CandidatePages pages = new CandidatePages();
    pages.room(10_000);
    Candidate drawn = new Candidate("王𫍯", 4);

    pages.show(List.of(new Candidate("王" + Character.toString(UNDRAWN), 4), drawn));

    assertEquals(List.of(drawn), pages.all());
    assertEquals(List.of(drawn), pages.page().get().candidates());
  }
}
