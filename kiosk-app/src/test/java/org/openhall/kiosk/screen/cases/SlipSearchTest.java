package org.openhall.kiosk.screen.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.Notice;
import org.openhall.kiosk.screen.receipt.CodeHead;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.ReleaseFolder;
import org.openhall.kiosk.shell.SnapshotContent;

/** From the code on a slip back to the page, over real content. */
class SlipSearchTest {

  private static final String TITLE = "关于调整服务大厅周六办理时间的通知";
  private static final String LONG = "关于公布示例市政务服务中心二〇二六年第三季度窗口服务事项清单及办理时限调整情况的通知";

  @TempDir Path data;

  private Optional<Destination> page(String code) {
    Clock clock = Clock.fixed(ReleaseFolder.PUBLISHED, ZoneId.of("Asia/Shanghai"));
    List<Optional<Destination>> found = new ArrayList<>();
    if (CodeMeaning.of(CharBuffer.wrap(code)) instanceof CodeMeaning.Slip slip) {
      new SlipSearch(new SnapshotContent(data, clock)).find(slip, found::add);
    }
    return found.getFirst();
  }

  private void publish() throws IOException {
    new ReleaseFolder(data)
        .publish(
            1,
            List.of(
                ReleaseFolder.notice("n-1", Notice.Kind.ANNOUNCEMENT, TITLE + "的补充说明"),
                ReleaseFolder.notice("n-2", Notice.Kind.ANNOUNCEMENT, TITLE),
                ReleaseFolder.notice("n-3", Notice.Kind.ANNOUNCEMENT, LONG)));
  }

  @Test
  void theVeryPageIsFoundAndNoneLikeIt() throws IOException {
    publish();
    Optional<Destination> page = Optional.of(new Destination.NoticePage("n-2"));
    assertEquals(page, page(CodeHead.of(TITLE, 1, 2, "示例市政务服务中心") + "\n周六照常办理"));
    assertEquals(Optional.empty(), page(CodeHead.of("关于调整服务大厅", 1, 1, "")));
  }

  @Test
  void aTitleThatWasTooLongForACodeIsFoundByItsBeginning() throws IOException {
    publish();
    assertEquals(Optional.of(new Destination.NoticePage("n-3")), page(CodeHead.of(LONG, 1, 1, "")));
  }

  @Test
  void whereThereIsNoContentThereIsNoPage() {
    assertEquals(Optional.empty(), page(CodeHead.of(TITLE, 1, 1, "")));
  }
}
