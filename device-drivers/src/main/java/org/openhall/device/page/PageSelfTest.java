package org.openhall.device.page;

import org.openhall.device.DeviceHealth.State;
import org.openhall.device.PagePrinter.PageOutcome;
import org.openhall.device.SelfTest;
import org.openhall.device.SelfTestOutcome.Step;
import org.openhall.device.Supply;
import org.openhall.device.transport.Condition;
import org.openhall.device.transport.DeviceFaultException;
import org.openhall.device.transport.SelfTestJob;
import org.openhall.device.transport.SelfTestJob.Sheet;

/** Tests an A4 printer: what it says of itself; then a printed page. */
final class PageSelfTest {

  private PageSelfTest() {}

  static SelfTestJob<IppLink> job(SelfTest level, boolean twoSided, PageJob.Patience patience) {
    return new SelfTestJob<>(
        level,
        (link, run, sheet) -> {
          says(link, sheet);
          if (level != SelfTest.INTERNAL) {
            PageOutcome outcome = new PageJob(new TestPage(), twoSided, patience).run(link, run);
            run.requireWanted();
            boolean printed = outcome instanceof PageOutcome.Printed;
            sheet.write(Step.TEST_PAGE, printed, printed ? "" : outcome.toString());
          }
        });
  }

  private static void says(IppLink link, Sheet sheet) throws DeviceFaultException {
    Offer offer = Offer.of(link);
    sheet.write(Step.ANSWERS, true, link.address().printer().toString());
    sheet.write(Step.IDENTITY, !offer.model().isEmpty(), offer.model());
    boolean usable =
        offer.numbersJobs()
            && offer.knowsA4()
            && (offer.takesPdf() || offer.rasterDots().isPresent());
    sheet.write(Step.SELF_CHECK, usable, offer.formats());
    Condition condition = offer.condition();
    sheet.write(Step.SENSORS, condition.state() != State.UNAVAILABLE, condition.code());
    for (Supply supply : new Supply[] {Supply.FORM_PAPER, Supply.TONER}) {
      Supply.Level level = condition.supplies().getOrDefault(supply, Supply.Level.UNKNOWN);
      sheet.write(Step.SUPPLIES, level != Supply.Level.OUT, supply + " " + level);
    }
  }
}
