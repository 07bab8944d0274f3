package org.openhall.kiosk.screen.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openhall.content.Origin;
import org.openhall.content.RecordHeader;
import org.openhall.content.ServiceGuide;
import org.openhall.content.UnknownFields;
import org.openhall.kiosk.screen.guide.GuideSection.Kind;
import org.openhall.kiosk.screen.guide.GuideSection.Standing;

class GuideSectionTest {

  @Test
  void everySectionIsListedEvenWhereTheSourceSaysNothing() {
    List<GuideSection> sections = GuideSection.of(guide(null, null));

    assertEquals(Arrays.asList(Kind.values()), sections.stream().map(GuideSection::kind).toList());
    assertEquals(
        List.of(Standing.NOT_PROVIDED),
        sections.stream().map(GuideSection::standing).distinct().toList());
  }

  @Test
  void aListThatIsEmptyMeansNoneAndNotUnknown() {
    assertEquals(Standing.NONE, standing(guide(List.of(), null), Kind.FEES));
    assertEquals(Standing.NOT_PROVIDED, standing(guide(null, null), Kind.FEES));
  }

  @Test
  void whatIsGivenIsShownLineByLine() {
    ServiceGuide guide = guide(List.of(new ServiceGuide.Fee("工本费", "20元/证", null)), "12345");

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

  private static ServiceGuide guide(
      @Nullable List<ServiceGuide.Fee> fees, @Nullable String consultation) {
    Origin origin = new Origin("示例", null, "00", LocalDate.of(2026, 11, 1), true);
    return new ServiceGuide(
        new RecordHeader("g-1", 1, null, null, null, origin),
        "居民身份证申领",
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        fees,
        null,
        null,
        null,
        null,
        null,
        null,
        consultation,
        null,
        List.of(),
        null,
        UnknownFields.NONE);
  }
}
