package org.openhall.kiosk.screen.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.CatalogNode;
import org.openhall.content.ServiceGuide.Audience;
import org.openhall.content.UnknownFields;
import org.openhall.content.store.Facet;
import org.openhall.content.store.GuideTitle;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.screen.browse.PagedList;
import org.openhall.kiosk.screen.browse.PublishedContent;
import org.openhall.kiosk.screen.browse.Records;

class GuidesModelTest {
  @TempDir Path dir;
  private PublishedContent content;
  private GuidesModel model;

  @BeforeEach
  void publish() throws Exception {
    content =
        PublishedContent.of(
            dir,
            List.of(
                Records.guide("g1", "居民身份证补领", "公安局", Audience.NATURAL_PERSON),
                Records.guide("g2", "印章刻制备案", "公安局", Audience.LEGAL_PERSON),
                Records.guide("g3", "食品经营许可", "市场监管局", Audience.LEGAL_PERSON),
                CaseGuide.guide(),
                theme("c-household", CatalogNode.Tree.PERSON_THEME, "户籍办理"),
                theme("c-unused", CatalogNode.Tree.PERSON_THEME, "没有指南的主题"),
                theme("c-newborn", CatalogNode.Tree.LIFE_EVENT, "新生儿出生一件事"),
                theme("c-closing", CatalogNode.Tree.LIFE_EVENT, "企业注销一件事")));
    model = new GuidesModel(content);
  }

  @AfterEach
  void close() throws Exception {
    content.close();
  }

  @Test
  void allGuidesAreListedWithCountsToChooseBy() {
    assertEquals(4, model.guides().total().get());
    assertEquals(List.of("公安局 2", "市场监管局 1"), said(model.choices().get().departments()));
    assertEquals(
        List.of("NATURAL_PERSON 2", "LEGAL_PERSON 2"), said(model.choices().get().audiences()));
  }

  @Test
  void aChoiceNarrowsTheListAndTheOtherCounts() {
    model.chooseAudience(Audience.LEGAL_PERSON);
    model.chooseDepartment("公安局");

    assertEquals(List.of("g2"), model.guides().rows().stream().map(GuideTitle::id).toList());
    assertEquals(List.of("公安局 1", "市场监管局 1"), said(model.choices().get().departments()));
  }

  @Test
  void choicesThatExcludeEachOtherCanBeCleared() {
    model.chooseAudience(Audience.NATURAL_PERSON);
    model.chooseDepartment("市场监管局");
    assertEquals(PagedList.State.EMPTY, model.guides().state().get());

    model.clearFilters();

    assertEquals(4, model.guides().total().get());
  }

  @Test
  void themesThatHaveGuidesAreChoicesAndNarrowTheList() {
    assertEquals(List.of("c-household 1"), said(model.choices().get().personThemes()));

    model.chooseTopic("c-household");

    assertEquals(
        List.of(CaseGuide.ID), model.guides().rows().stream().map(GuideTitle::id).toList());
  }

  @Test
  void choosingCompaniesGivesUpAThemeOfPersons() {
    model.chooseTopic("c-household");
    model.chooseAudience(Audience.LEGAL_PERSON);

    assertEquals(2, model.guides().total().get());
    assertEquals(List.of(), model.choices().get().personThemes());
  }

  @Test
  void whatIsAskedForMostComesFirst() {
    assertEquals(CaseGuide.ID, model.guides().rows().getFirst().id());
  }

  @Test
  void anEventOfLifeNarrowsTheListAsTheOtherChoicesDo() {
    assertEquals(List.of("c-newborn 1"), said(model.choices().get().lifeEvents()));

    model.chooseLifeEvent("c-newborn");
    assertEquals(1, model.guides().total().get());

    model.chooseDepartment("公安局");
    assertEquals(List.of("c-newborn 0"), said(model.choices().get().lifeEvents()));
  }

  @Test
  void anEventOfLifeKnowsItsGuidesAndOneWithoutSaysSo() {
    LifeEventsModel events = new LifeEventsModel(content);
    Loaded.Shown<List<LifeEventsModel.Counted>> shown =
        (Loaded.Shown<List<LifeEventsModel.Counted>>) events.events().get();
    assertEquals(
        List.of("企业注销一件事 0", "新生儿出生一件事 1"),
        shown.value().stream().map(it -> it.event().name() + " " + it.guides()).sorted().toList());

    assertEquals(1, event("c-newborn").others().size());
    assertEquals(0, event("c-closing").others().size());
    assertInstanceOf(
        Loaded.Missing.class, new LifeEventModel(content, "c-household").event().get());
  }

  private LifeEventModel.Event event(String id) {
    return ((Loaded.Shown<LifeEventModel.Event>) new LifeEventModel(content, id).event().get())
        .value();
  }

  private static CatalogNode theme(String id, CatalogNode.Tree tree, String name) {
    return new CatalogNode(Records.header(id), tree, name, null, 1, UnknownFields.NONE);
  }

  private static List<String> said(List<Facet> facets) {
    return facets.stream().map(facet -> facet.value() + " " + facet.count()).toList();
  }
}
