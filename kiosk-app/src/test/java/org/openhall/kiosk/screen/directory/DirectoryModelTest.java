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
import org.openhall.content.store.EntryFilter;
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
                Records.entry("e4", "测绘法", "laws", "丙", 2017),
                Records.classified("e5", "关于预算的通知", "财政、金融、审计", "通知")));
  }

  @AfterEach
  void close() throws Exception {
    content.close();
  }

  @Test
  void theWholeDirectoryShowsItsRootsWithTheirCounts() {
    DirectoryModel model = new DirectoryModel(content, EntryFilter.none());

    assertEquals(List.of(), model.shelf().get().path());
    assertEquals(List.of("政府文件 3", "法律法规 1"), branches(model));
    assertEquals(5, model.entries().total().get());
  }

  @Test
  void anOpenNodeShowsWhatIsBelowItAndThePathToIt() {
    DirectoryModel model = new DirectoryModel(content, EntryFilter.none());

    model.open("files");

    assertEquals(List.of("甲省人民政府 2", "乙省人民政府 1"), branches(model));
    assertEquals(3, model.entries().total().get());
  }

  @Test
  void aNodeWithoutBranchesShowsItsSiblings() {
    DirectoryModel model =
        new DirectoryModel(content, EntryFilter.none().withCategoryId("files-b"));

    assertEquals(List.of("甲省人民政府 2", "乙省人民政府 1"), branches(model));
    assertEquals(
        List.of("政府文件", "乙省人民政府"), model.shelf().get().path().stream().map(n -> n.name()).toList());
  }

  @Test
  void filtersNarrowTheListAndEachOthersCounts() {
    DirectoryModel model = new DirectoryModel(content, EntryFilter.none());

    model.choose(Dimension.YEAR, "2024");

    assertEquals(List.of("e2", "e3"), ids(model));
    assertEquals(
        List.of("乙省人民政府 1", "甲省人民政府 1"),
        model.shelf().get().facets(Dimension.PUBLISHER).stream().map(this::said).sorted().toList());
    model.choose(Dimension.PUBLISHER, "甲省人民政府");
    assertEquals(List.of("e2"), ids(model));
  }

  @Test
  void filtersStayWhenAnotherNodeIsOpenedAndCanBeCleared() {
    DirectoryModel model = new DirectoryModel(content, EntryFilter.none());
    model.choose(Dimension.YEAR, "2023");

    model.open("laws");

    assertTrue(model.filtered());
    assertEquals(PagedList.State.EMPTY, model.entries().state().get());
    model.clearFilters();
    assertFalse(model.filtered());
    assertEquals(List.of("e4"), ids(model));
  }

  @Test
  void theAnswerToAnEarlierChoiceIsNeverSeen() {
    DirectoryModel model = new DirectoryModel(content, EntryFilter.none());
    List<List<String>> seen = new ArrayList<>();
    model
        .shelf()
        .addListener((_, _, shelf) ->
            seen.add(shelf.facets(Dimension.PUBLISHER).stream().map(this::said).toList()));
    content.hold();
    model.choose(Dimension.YEAR, "2023");
    model.choose(Dimension.YEAR, "2017");

    content.answerAll();

    assertEquals(List.of(List.of("丙 1")), seen);
    assertEquals(List.of("e4"), ids(model));
  }

  @Test
  void aNodeThatIsNoLongerPublishedOpensTheWholeTree() {
    DirectoryModel model = new DirectoryModel(content, EntryFilter.none().withCategoryId("gone"));

    assertEquals(List.of(), model.shelf().get().path());
    assertEquals(PagedList.State.EMPTY, model.entries().state().get());
  }

  @Test
  void themeGenreAndValidityNarrowTheListToo() {
    DirectoryModel model = new DirectoryModel(content, EntryFilter.none());

    assertEquals(List.of("UNSTATED 4", "IN_FORCE 1"), facets(model, Dimension.VALIDITY));
    assertEquals(List.of("财政、金融、审计 1"), facets(model, Dimension.THEME));
    model.choose(Dimension.GENRE, "通知");
    assertEquals(List.of("e5"), ids(model));
    model.choose(Dimension.VALIDITY, "IN_FORCE");
    model.choose(Dimension.THEME, "财政、金融、审计");
    assertEquals(List.of("e5"), ids(model));
  }

  @Test
  void theBranchesCountWhatTheFiltersLeave() {
    DirectoryModel model = new DirectoryModel(content, EntryFilter.none());

    model.choose(Dimension.YEAR, "2024");

    assertEquals(List.of("政府文件 2", "法律法规 0"), branches(model));
  }

  @Test
  void anEmptyListNamesEachFilterThatAloneHidesSomething() {
    DirectoryModel model = new DirectoryModel(content, EntryFilter.none());
    model.choose(Dimension.YEAR, "2023");
    assertEquals(List.of(), model.shelf().get().ways());

    model.choose(Dimension.PUBLISHER, "乙省人民政府");

    assertEquals(PagedList.State.EMPTY, model.entries().state().get());
    assertEquals(
        List.of(new Shelf.Way(Dimension.PUBLISHER, 1), new Shelf.Way(Dimension.YEAR, 1)),
        model.shelf().get().ways());
    model.choose(Dimension.YEAR, null);
    assertEquals(List.of("e3"), ids(model));
  }

  private List<String> facets(DirectoryModel model, Dimension dimension) {
    return model.shelf().get().facets(dimension).stream().map(this::said).toList();
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
