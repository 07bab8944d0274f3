package org.openhall.kiosk.screen.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.CatalogNode;
import org.openhall.content.UnknownFields;
import org.openhall.content.store.GuideTitle;
import org.openhall.kiosk.screen.browse.Loaded;
import org.openhall.kiosk.screen.browse.PublishedContent;
import org.openhall.kiosk.screen.browse.Records;

class LifeEventModelTest {
  @TempDir Path dir;

  @Test
  void theStepsStandInTheOrderThatTheEventStatesWhateverIsUsedMost() throws Exception {
    LifeEventModel.Event event = read(List.of("register", "insure", "card"));

    assertEquals(List.of("register", "insure", "card"), ids(event.steps()));
    assertEquals(List.of("adopt", "benefit"), ids(event.others()));
  }

  @Test
  void aStepThatNoGuideOfTheEventIsLeavesNoGap() throws Exception {
    assertEquals(
        List.of("insure", "card"), ids(read(List.of("insure", "elsewhere", "card")).steps()));
  }

  @Test
  void withoutAStatedOrderNothingIsCalledAStep() throws Exception {
    LifeEventModel.Event event = read(List.of());

    assertEquals(List.of(), event.steps());
    assertEquals(5, event.others().size());
  }

  private LifeEventModel.Event read(List<String> steps) throws Exception {
    CatalogNode event =
        new CatalogNode(
            Records.header("newborn"),
            CatalogNode.Tree.LIFE_EVENT,
            "新生儿出生一件事",
            null,
            1,
            null,
            null,
            steps,
            UnknownFields.NONE);
    try (PublishedContent content =
        PublishedContent.of(
            dir,
            List.of(
                event,
                Records.guideOf("newborn", "insure", 386_000),
                Records.guideOf("newborn", "card", 68_200),
                Records.guideOf("newborn", "register", 12_600),
                Records.guideOf("newborn", "benefit", 9_150),
                Records.guideOf("newborn", "adopt", 46),
                Records.guideOf("other", "elsewhere", 1)))) {
      return ((Loaded.Shown<LifeEventModel.Event>)
              new LifeEventModel(content, "newborn").event().get())
          .value();
    }
  }

  private static List<String> ids(List<GuideTitle> guides) {
    return guides.stream().map(GuideTitle::id).toList();
  }
}
