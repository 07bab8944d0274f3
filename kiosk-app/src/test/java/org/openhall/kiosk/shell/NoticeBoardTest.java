package org.openhall.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.content.Notice;
import org.openhall.content.Notice.Kind;

class NoticeBoardTest {
  private final Published published = new Published();
  private final NoticeBoard board = new NoticeBoard(published);

  @Test
  void runsTheScrollingNoticesOnly() {
    published.tell(
        List.of(notice("a", Kind.ANNOUNCEMENT, "公告"), notice("s", Kind.SCROLLING, "今日停电")));

    assertEquals("今日停电：正文", board.running().get());
    assertEquals(Optional.empty(), board.emergency().get());
  }

  @Test
  void anEmergencyThatWasReadComesBackForTheNextVisitor() {
    published.tell(List.of(notice("e", Kind.EMERGENCY, "防汛应急响应")));
    assertEquals("防汛应急响应", board.emergency().get().orElseThrow().title());

    board.acknowledge();
    assertEquals(Optional.empty(), board.emergency().get());

    board.forget();
    assertEquals("防汛应急响应", board.emergency().get().orElseThrow().title());
  }

  private static Notice notice(String id, Kind kind, String title) {
    return ReleaseFolder.notice(id, kind, title);
  }
}
