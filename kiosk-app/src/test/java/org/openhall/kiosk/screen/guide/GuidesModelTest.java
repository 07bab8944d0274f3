package org.openhall.kiosk.screen.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.ServiceGuide.Audience;
import org.openhall.content.store.Facet;
import org.openhall.content.store.GuideTitle;
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
                Records.guide("g3", "食品经营许可", "市场监管局", Audience.LEGAL_PERSON)));
    model = new GuidesModel(content);
  }

  @AfterEach
  void close() throws Exception {
    content.close();
  }

  @Test
  void allGuidesAreListedWithCountsToChooseBy() {
    assertEquals(3, model.guides().total().get());
    assertEquals(List.of("公安局 2", "市场监管局 1"), said(model.choices().get().departments()));
    assertEquals(
        List.of("NATURAL_PERSON 1", "LEGAL_PERSON 2"), said(model.choices().get().audiences()));
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

    assertEquals(3, model.guides().total().get());
  }

  private static List<String> said(List<Facet> facets) {
    return facets.stream().map(facet -> facet.value() + " " + facet.count()).toList();
  }
}
