package org.openhall.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.device.IdentityCard;
import org.openhall.device.SocialCard;

class SessionTest {
  private final Session session = new Session();

  @Test
  void endErasesTheCardAndForgetsThePages() {
    char[] name = "张三丰".toCharArray();
    char[] number = "110101199003070011".toCharArray();
    IdentityCard card = new IdentityCard(IdentityCard.Kind.RESIDENT, name, number, null);
    session.begin();
    session.hold(card);
    session.visited("居民身份证补领");

    session.end();

    assertTrue(card.erased());
    assertEquals("\0\0\0", new String(name));
    assertEquals("\0".repeat(18), new String(number));
    assertEquals(Optional.empty(), session.card());
    assertEquals(List.of(), session.pages());
    assertFalse(session.active().get());
  }

  @Test
  void aSecondCardErasesTheFirst() {
    IdentityCard first = card();
    session.hold(first);
    session.hold(card());

    assertTrue(first.erased());
    assertFalse(session.card().orElseThrow().erased());
  }

  @Test
  void aSocialSecurityCardIsErasedWholeByTheEndAndByTheNext() {
    SocialCard social =
        new SocialCard(SocialCard.Version.V3, "C00000003".toCharArray(), null, card());
    session.hold(social);
    session.hold(card());

    assertTrue(social.erased());
    assertTrue(social.identity().orElseThrow().erased());
    assertEquals(Optional.empty(), session.socialCard());
    assertFalse(session.card().orElseThrow().erased());
  }

  @Test
  void listsEachPageOnceWithTheLatestLast() {
    session.visited("甲");
    session.visited("乙");
    session.visited("");
    session.visited("甲");

    assertEquals(List.of("乙", "甲"), session.pages());
  }

  @Test
  void tellsOfItsEndAfterEverythingIsForgotten() {
    List<Integer> pagesAtEnd = new ArrayList<>();
    session.onEnd(() -> pagesAtEnd.add(session.pages().size()));
    session.visited("甲");

    session.end();

    assertEquals(List.of(0), pagesAtEnd);
  }

  private static IdentityCard card() {
    return new IdentityCard(
        IdentityCard.Kind.RESIDENT, "李四".toCharArray(), "110101199003070011".toCharArray(), null);
  }
}
