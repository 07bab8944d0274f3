package org.openhall.kiosk.screen.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.store.EntryTitle;
import org.openhall.content.store.Facet;
import org.openhall.kiosk.screen.browse.PagedList;
import org.openhall.kiosk.screen.browse.PublishedContent;
import org.openhall.kiosk.screen.browse.Records;

class DirectoryModelTest {
  @TempDir Path dir;
  private PublishedContent content;

  @BeforeEach
  void publish() throws Exception {
    content =
        PublishedContent.of(
            dir,
            List.of(
                Records.node("files", "政府文件", null),
                Records.node("files-a", "甲省人民政府", "files"),
                Records.node("files-b", "乙省人民政府", "files"),
                Records.node("laws", "法律法规", null),
                Records.entry("e1", "关于供水的通知", "files-a", "甲省人民政府", 2023),
                Records.entry("e2", "关于供电的通知", "files-a", "甲省人民政府", 2024),
                Records.entry("e3", "关于供气的通知", "files-b", "乙省人民政府", 2024),
                Records.entry("e4", "测绘法", "laws", "丙", 2017)));
  }

  @AfterEach
  void close() throws Exception {
    content.close();
  }

  @Test
  void theWholeDirectoryShowsItsRootsWithTheirCounts() {
    DirectoryModel model = new DirectoryModel(content, null);

    assertEquals(List.of(), model.shelf().get().path());
    assertEquals(List.of("政府文件 3", "法律法规 1"), branches(model));
    assertEquals(4, model.entries().total().get());
  }

  @Test
  void anOpenNodeShowsWhatIsBelowItAndThePathToIt() {
    DirectoryModel model = new DirectoryModel(content, null);

    model.open("files");

    assertEquals(List.of("甲省人民政府 2", "乙省人民政府 1"), branches(model));
    assertEquals(3, model.entries().total().get());
  }

  @Test
  void aNodeWithoutBranchesShowsItsSiblings() {
    DirectoryModel model = new DirectoryModel(content, "files-b");

    assertEquals(List.of("甲省人民政府 2", "乙省人民政府 1"), branches(model));
    assertEquals(
        List.of("政府文件", "乙省人民政府"), model.shelf().get().path().stream().map(n -> n.name()).toList());
  }

  @Test
  void filtersNarrowTheListAndEachOthersCounts() {
    DirectoryModel model = new DirectoryModel(content, null);

    model.chooseYear(2024);

    assertEquals(List.of("e2", "e3"), ids(model));
    assertEquals(
        List.of("乙省人民政府 1", "甲省人民政府 1"),
        model.shelf().get().publishers().stream().map(this::said).sorted().toList());
    model.choosePublisher("甲省人民政府");
    assertEquals(List.of("e2"), ids(model));
  }

  @Test
  void filtersStayWhenAnotherNodeIsOpenedAndCanBeCleared() {
    DirectoryModel model = new DirectoryModel(content, null);
    model.chooseYear(2023);

    model.open("laws");

    assertTrue(model.filtered());
    assertEquals(PagedList.State.EMPTY, model.entries().state().get());
    model.clearFilters();
    assertFalse(model.filtered());
    assertEquals(List.of("e4"), ids(model));
  }

  @Test
  void theAnswerToAnEarlierChoiceIsNeverSeen() {
    DirectoryModel model = new DirectoryModel(content, null);
    List<List<String>> seen = new ArrayList<>();
    model
        .shelf()
        .addListener(
            (_, _, shelf) -> seen.add(shelf.publishers().stream().map(this::said).toList()));
    content.hold();
    model.chooseYear(2023);
    model.chooseYear(2017);

    content.answerAll();

    assertEquals(List.of(List.of("丙 1")), seen);
    assertEquals(List.of("e4"), ids(model));
  }

  @Test
  void aNodeThatIsNoLongerPublishedOpensTheWholeTree() {
    DirectoryModel model = new DirectoryModel(content, "gone");

    assertEquals(List.of(), model.shelf().get().path());
    assertEquals(PagedList.State.EMPTY, model.entries().state().get());
  }

  private String said(Facet facet) {
    return facet.label() + " " + facet.count();
  }

  private static List<String> branches(DirectoryModel model) {
    return model.shelf().get().branches().stream()
        .map(branch -> branch.node().name() + " " + branch.count())
        .toList();
  }

  private static List<String> ids(DirectoryModel model) {
    return model.entries().rows().stream().map(EntryTitle::id).sorted().toList();
  }
}
