package org.openhall.kiosk.screen.browse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.store.EntryFilter;
import org.openhall.content.store.EntryTitle;
import org.openhall.kiosk.shell.Answer;
import org.openhall.kiosk.shell.ContentQuery;
import org.openhall.kiosk.shell.ContentSource;

class PagedListTest {
  private static final EntryFilter ALL = EntryFilter.none();

  @TempDir Path dir;
  private PublishedContent content;

  @BeforeEach
  void publish() throws Exception {
    List<DisclosureEntry> entries =
        IntStream.range(0, 90)
            .mapToObj(i -> Records.entry("e" + i, "通知第" + i + "号", "c", i < 3 ? "甲" : "乙", 2024))
            .toList();
    content = PublishedContent.of(dir, entries);
  }

  @AfterEach
  void close() throws Exception {
    content.close();
  }

  @Test
  void rowsComeAsTheyAreScrolledTo() {
    PagedList<EntryTitle> list = listOf(ALL);

    assertEquals(40, list.rows().size());
    assertEquals(90, list.total().get());
    list.more();
    list.more();
    assertEquals(90, list.rows().size());
    assertEquals(90, list.rows().stream().map(EntryTitle::id).distinct().count());
  }

  @Test
  void nothingIsAskedOnceAllRowsAreHere() {
    PagedList<EntryTitle> list = listOf(EntryFilter.none().withPublisher("甲"));

    list.more();

    assertEquals(1, content.asked());
    assertEquals(3, list.rows().size());
  }

  @Test
  void oneStretchIsAskedForAtATime() {
    PagedList<EntryTitle> list = listOf(ALL);
    content.hold();

    list.more();
    list.more();
    content.answerAll();

    assertEquals(80, list.rows().size());
  }

  @Test
  void rowsOfTheListBeforeAreNeverSeen() {
    PagedList<EntryTitle> list = listOf(ALL);
    List<Integer> seen = new ArrayList<>();
    list.rows().addListener((InvalidationListener) _ -> seen.add(list.rows().size()));
    content.hold();
    list.more();

    list.show(
        (s, offset, limit) -> s.entries(EntryFilter.none().withPublisher("甲"), offset, limit));
    content.answerAll();

    assertEquals(List.of(3), seen);
  }

  @Test
  void aChoiceWithoutRowsIsEmptyAndNotLoading() {
    PagedList<EntryTitle> list = listOf(EntryFilter.none().withPublisher("丙"));

    assertEquals(PagedList.State.EMPTY, list.state().get());
  }

  @Test
  void aTerminalWithoutContentSaysSo() {
    PagedList<EntryTitle> list = new PagedList<>(new Empty());

    list.show((s, offset, limit) -> s.entries(ALL, offset, limit));

    assertEquals(PagedList.State.NO_CONTENT, list.state().get());
  }

  private PagedList<EntryTitle> listOf(EntryFilter filter) {
    PagedList<EntryTitle> list = new PagedList<>(content);
    list.show((s, offset, limit) -> s.entries(filter, offset, limit));
    return list;
  }

  /** A terminal before its first content. */
  private static final class Empty implements ContentSource {
    @Override
    public <T> void ask(ContentQuery<T> question, java.util.function.Consumer<Answer<T>> then) {
      then.accept(new Answer.NoContent<>());
    }
  }
}
