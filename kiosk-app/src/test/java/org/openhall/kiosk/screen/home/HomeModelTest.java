package org.openhall.kiosk.screen.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.Notice;
import org.openhall.kiosk.screen.home.HomeModel.Overview;
import org.openhall.kiosk.screen.home.HomeModel.State;
import org.openhall.kiosk.shell.ReleaseFolder;
import org.openhall.kiosk.shell.SnapshotContent;

class HomeModelTest {
  private static final Clock CLOCK =
      Clock.fixed(ReleaseFolder.PUBLISHED, ZoneId.of("Asia/Shanghai"));

  @TempDir Path data;

  @Test
  void countsWhatThereIs() throws IOException {
    new ReleaseFolder(data)
        .publish(1, List.of(ReleaseFolder.notice("n", Notice.Kind.ANNOUNCEMENT, "公告")));

    assertEquals(new State.Shown(new Overview(0, 0, List.of(), List.of())), model().state().get());
  }

  @Test
  void saysThatThereIsNoContentYet() {
    assertInstanceOf(State.NoContent.class, model().state().get());
  }

  @Test
  void askingAgainTellsWhatIsThereNow() throws IOException {
    HomeModel model = model();
    assertInstanceOf(State.NoContent.class, model.state().get());
    new ReleaseFolder(data)
        .publish(1, List.of(ReleaseFolder.notice("n", Notice.Kind.ANNOUNCEMENT, "公告")));

    model.ask();

    assertInstanceOf(State.Shown.class, model.state().get());
  }

  private HomeModel model() {
    return new HomeModel(new SnapshotContent(data, CLOCK));
  }
}
