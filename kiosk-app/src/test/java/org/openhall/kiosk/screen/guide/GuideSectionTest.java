package org.openhall.kiosk.screen.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhall.content.ServiceGuide;
import org.openhall.kiosk.screen.browse.Records;
import org.openhall.kiosk.screen.guide.GuideSection.Kind;
import org.openhall.kiosk.screen.guide.GuideSection.Standing;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.widget.Fact;

class GuideSectionTest {

  @Test
  void everySectionIsListedEvenWhereTheSourceSaysNothing() {
    List<GuideSection> sections = GuideSection.of(Records.guide(null, null), new Messages());

    assertEquals(Arrays.asList(Kind.values()), sections.stream().map(GuideSection::kind).toList());
    assertEquals(
        List.of(Kind.CODES),
        sections.stream()
            .filter(section -> section.standing() != Standing.NOT_PROVIDED)
            .map(GuideSection::kind)
            .toList());
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
        List.of(
            new GuideSection.Line.Facts(
                List.of(new Fact("咨询方式", "12345"), new Fact("监督投诉", null)))),
        section(guide, Kind.CONTACT).lines());
  }

  private static Standing standing(ServiceGuide guide, Kind kind) {
    return section(guide, kind).standing();
  }

  private static GuideSection section(ServiceGuide guide, Kind kind) {
    return GuideSection.of(guide, new Messages()).stream()
        .filter(section -> section.kind() == kind)
        .findFirst()
        .orElseThrow();
  }
}
