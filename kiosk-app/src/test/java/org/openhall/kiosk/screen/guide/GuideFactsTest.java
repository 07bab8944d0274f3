package org.openhall.kiosk.screen.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openhall.content.ServiceGuide.Fee;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.kiosk.screen.browse.Records;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.widget.Fact;

class GuideFactsTest {
  private static final ReleaseInfo RELEASE =
      new ReleaseInfo(7, Instant.parse("2026-11-24T01:30:00Z"), "示例市", true);

  @Test
  void isFreeOnlyWhereTheSourceSaysSo() {
    assertEquals("不收费", fee(List.of()));
    assertNull(fee(null));
  }

  @Test
  void oneFeeIsNamedAtOnceAndSeveralAreCounted() {
    Fee fee = new Fee("工本费", "40元/证", null);

    assertEquals("40元/证", fee(List.of(fee)));
    assertEquals("收费 2 项，见下文", fee(List.of(fee, fee)));
  }

  private static @Nullable String fee(@Nullable List<Fee> fees) {
    List<Fact> facts =
        new GuideFacts(Records.guide(fees, null), RELEASE, ZoneOffset.UTC).in(new Messages());
    return facts.stream()
        .filter(fact -> fact.label().equals("收费"))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
