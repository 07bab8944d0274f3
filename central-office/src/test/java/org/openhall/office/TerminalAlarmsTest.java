package org.openhall.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.AgentStatus.Stale;
import org.openhall.link.status.Refusal;
import org.openhall.office.enrol.EnrolledTerminal;
import org.openhall.office.text.Messages;

class TerminalAlarmsTest {
  private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
  private static final Refusal REFUSAL =
      Refusal.met("timestamp", Refusal.Rule.SIGNATURES, "TUF 5.4.2", "0/1", "请检查地址。", NOON);

  private static List<String> at(Instant now, @Nullable Refusal refusal, @Nullable Stale stale) {
    AgentStatus said =
        new AgentStatus(
            3, NOON, NOON, AgentStatus.Outcome.REFUSED, null, null, null, null, refusal, stale);
    EnrolledTerminal terminal =
        new EnrolledTerminal(
            "T1", null, NOON, null, null, new EnrolledTerminal.Contact(NOON, said));
    return new TerminalAlarms(
            Messages.of("zh-CN"), Clock.fixed(now, ZoneOffset.UTC), Duration.ofDays(7))
        .of(List.of(terminal));
  }

  @Test
  void aTerminalThatIsWellSoundsNone() {
    assertEquals(List.of(), at(NOON, null, null));
  }

  @Test
  void aRefusalIsNamedWithRuleAndTime() {
    assertEquals(
        List.of(
            "T1: 拒绝 timestamp, 0/1：有效签名不足 (TUF 5.4.2)；首次 2026-11-24 12:00，"
                + "最近 2026-11-24 12:00，共 1 次同步。请检查地址。"),
        at(NOON, REFUSAL, null));
  }

  @Test
  void oneThatIsOverIsStillSaid() {
    List<String> lines = at(NOON, REFUSAL.settled(), null);
    assertTrue(lines.getFirst().contains("曾拒绝 timestamp"), lines.getFirst());
  }

  @Test
  void staleContentIsSaidWithItsTime() {
    assertEquals(
        List.of("T1: 自 2026-11-24 12:00 起内容可能已过时"),
        at(NOON, null, new Stale(Stale.Reason.OLD, NOON)));
  }

  @Test
  void silenceIsOne() {
    assertEquals(
        List.of("T1: 自 2026-11-24 12:00 起没有消息"), at(NOON.plus(Duration.ofDays(8)), null, null));
  }

  @Test
  void whatATerminalSaysWorksNoWindow() {
    Refusal odd =
        Refusal.met(
            "\u001b[2J\n\u009b2J\u202e", Refusal.Rule.FORM, "", null, "x".repeat(9_000), NOON);
    String line = at(NOON, odd, null).getFirst();
    assertFalse(line.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x202E), line);
    assertTrue(line.length() < 400);
  }
}
