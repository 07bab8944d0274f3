package org.openhall.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.Notice;
import org.openhall.content.Notice.Kind;

class NoticeBoardTest {
  private static final Clock CLOCK =
      Clock.fixed(ReleaseFolder.PUBLISHED, ZoneId.of("Asia/Shanghai"));

  @TempDir Path data;

  @Test
  void runsTheScrollingNoticesOnly() throws IOException {
    NoticeBoard board =
        board(notice("a", Kind.ANNOUNCEMENT, "公告"), notice("s", Kind.SCROLLING, "今日停电"));

    assertEquals("今日停电：正文", board.running().get());
    assertEquals(Optional.empty(), board.emergency().get());
  }

  @Test
  void anEmergencyThatWasReadComesBackForTheNextVisitor() throws IOException {
    NoticeBoard board = board(notice("e", Kind.EMERGENCY, "防汛应急响应"));
    assertEquals("防汛应急响应", board.emergency().get().orElseThrow().title());

    board.acknowledge();
    assertEquals(Optional.empty(), board.emergency().get());

    board.forget();
    assertEquals("防汛应急响应", board.emergency().get().orElseThrow().title());
  }

  private NoticeBoard board(Notice... notices) throws IOException {
    new ReleaseFolder(data).publish(1, List.of(notices));
    NoticeBoard board = new NoticeBoard(new SnapshotContent(data, CLOCK), CLOCK);
    board.refresh();
    return board;
  }

  private static Notice notice(String id, Kind kind, String title) {
    return ReleaseFolder.notice(id, kind, title);
  }
}
