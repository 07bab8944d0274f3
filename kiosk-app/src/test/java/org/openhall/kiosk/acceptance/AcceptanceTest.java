package org.openhall.kiosk.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.openhall.kiosk.shell.Language;
import org.openhall.kiosk.shell.Messages;
import org.openhall.link.acceptance.AcceptanceReport;
import org.openhall.link.acceptance.AcceptanceReport.Result;

/** What was not well, or nobody looked at, is never accepted. */
class AcceptanceTest {
  private final Acceptance acceptance = new Acceptance(new Messages(Language.CHINESE));

  private AcceptanceReport report() {
    return acceptance.report("t-1", "", Instant.EPOCH);
  }

  private String conclusion() {
    return Acceptance.conclusion(report());
  }

  @Test
  void passesWhereAllIsWell() {
    acceptance.tested("receipt-printer", true, "");
    acceptance.said("print", true);
    assertEquals("technician.acceptance.passed", conclusion());
    assertTrue(report().passed() && report().complete());
  }

  @Test
  void aSelfTestThatFailsFailsTheTerminal() {
    acceptance.tested("receipt-printer", false, "无纸");
    acceptance.said("print", true);
    assertEquals("technician.acceptance.failed", conclusion());
    assertEquals(1, Acceptance.words(report(), Result.FAILED).size());
  }

  @Test
  void aPersonWhoSawThatItIsNotWellFailsTheTerminal() {
    acceptance.tested("receipt-printer", true, "");
    acceptance.said("print", false);
    acceptance.leftOut("touch");
    assertEquals("technician.acceptance.failed", conclusion());
    assertFalse(report().passed());
  }

  @Test
  void whatNobodyDidIsSaid() {
    acceptance.said("print", true);
    acceptance.leftOut("touch");
    assertEquals("technician.acceptance.partly", conclusion());
    assertTrue(report().passed());
    assertFalse(report().complete());
  }
}
