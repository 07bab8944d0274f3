package org.openhall.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.CatalogNode;
import org.openhall.content.Origin;
import org.openhall.content.RecordHeader;
import org.openhall.content.UnknownFields;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.kiosk.shell.ContentState;
import org.openhall.kiosk.shell.ReleaseFolder;
import org.openhall.kiosk.shell.SnapshotContent;
import org.openhall.kiosk.typing.InputMethod;

class KeyboardWordsTest {
  private static final String NAME = "云顶山索道票价";
  private static final String LETTERS = "ydssdpj";

  private final InputMethod inputMethod = new InputMethod(InputMethod.DEBIAN, true);
  private final ReadOnlyObjectWrapper<ContentState> state =
      new ReadOnlyObjectWrapper<>(new ContentState.Opening());
  private final Queue<Runnable> work = new ArrayDeque<>();

  @Test
  void theKeyboardKnowsWhatTheReleaseShownCallsThingsAndNothingOfTheOneBefore(@TempDir Path data)
      throws IOException {
    ReleaseFolder folder = new ReleaseFolder(data);
    folder.publish(1, List.of(node(NAME)));
    words(data).start(state);
    assertFalse(inputMethod.hasPinyin(), "nothing is read on the screen's thread");
    doWork();
    assertTrue(inputMethod.hasPinyin());
    assertNotEquals(NAME, first());

    state.set(shown(1));
    assertNotEquals(NAME, first(), "nothing is learnt on the screen's thread");
    doWork();
    assertEquals(NAME, first());

    folder.publish(2, List.of(node("云顶山停车")));
    state.set(shown(2));
    doWork();
    assertNotEquals(NAME, first());
    assertEquals("云顶山停车", inputMethod.pinyin("ydstc").getFirst().text());
  }

  @Test
  void contentThatWasThereBeforeTheDictionariesIsLearntBehindThem(@TempDir Path data)
      throws IOException {
    new ReleaseFolder(data).publish(1, List.of(node(NAME)));
    state.set(shown(1));

    words(data).start(state);
    doWork();

    assertEquals(NAME, first());
  }

  private KeyboardWords words(Path data) {
    SnapshotContent content = new SnapshotContent(data, Clock.systemUTC());
    return new KeyboardWords(inputMethod, content, work::add, Runnable::run);
  }

  private void doWork() {
    while (!work.isEmpty()) {
      work.remove().run();
    }
  }

  private String first() {
    return inputMethod.pinyin(LETTERS).getFirst().text();
  }

  private static ContentState shown(long release) {
    return new ContentState.Shown(
        new ReleaseInfo(release, ReleaseFolder.PUBLISHED, ReleaseFolder.OFFICE, false));
  }

  private static CatalogNode node(String name) {
    Origin origin = new Origin(ReleaseFolder.OFFICE, null, "00", LocalDate.of(2026, 11, 24), false);
    RecordHeader header = new RecordHeader("node", 1, null, null, null, origin);
    return new CatalogNode(header, CatalogNode.Tree.DISCLOSURE, name, null, 0, UnknownFields.NONE);
  }
}
