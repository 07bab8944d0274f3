package org.openhall.kiosk.screen.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhall.content.ServiceGuide;
import org.openhall.kiosk.screen.browse.Records;
import org.openhall.kiosk.screen.guide.GuideSection.Kind;
import org.openhall.kiosk.screen.guide.GuideSection.Standing;

class GuideSectionTest {

  @Test
  void everySectionIsListedEvenWhereTheSourceSaysNothing() {
    List<GuideSection> sections = GuideSection.of(Records.guide(null, null));

    assertEquals(Arrays.asList(Kind.values()), sections.stream().map(GuideSection::kind).toList());
    assertEquals(
        List.of(Standing.NOT_PROVIDED),
        sections.stream().map(GuideSection::standing).distinct().toList());
  }

  @Test
  void aListThatIsEmptyMeansNoneAndNotUnknown() {
    assertEquals(Standing.NONE, standing(Records.guide(List.of(), null), Kind.FEES));
    assertEquals(Standing.NOT_PROVIDED, standing(Records.guide(null, null), Kind.FEES));
  }

  @Test
  void whatIsGivenIsShownLineByLine() {
    ServiceGuide guide =
        Records.guide(List.of(new ServiceGuide.Fee("工本费", "20元/证", null)), "12345");

    assertEquals(Standing.GIVEN, standing(guide, Kind.FEES));
    assertEquals(Standing.GIVEN, standing(guide, Kind.CONTACT));
    assertEquals(
        List.of(new GuideSection.Line.Contact("12345", null)),
        GuideSection.of(guide).getLast().lines());
  }

  private static Standing standing(ServiceGuide guide, Kind kind) {
    return GuideSection.of(guide).stream()
        .filter(section -> section.kind() == kind)
        .findFirst()
        .orElseThrow()
        .standing();
  }
}
