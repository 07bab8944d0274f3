package org.openhall.kiosk.screen.guide;

import java.util.List;
import java.util.Objects;
import org.openhall.content.ServiceGuide;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.kiosk.screen.receipt.OwnMaterials;
import org.openhall.kiosk.screen.receipt.ReceiptText;
import org.openhall.kiosk.screen.takeaway.TakenPage;
import org.openhall.kiosk.shell.KioskContext;

/** A guide as it is taken away: 一次性告知, in a person's own case where that is known. */
final class GuideText {
  private final KioskContext context;

  GuideText(KioskContext context) {
    this.context = context;
  }

  TakenPage taken(OwnMaterials own, ReleaseInfo release) {
    ServiceGuide guide = own.guide();
    ReceiptText texts = new ReceiptText(context);
    List<TakenPage.Heading> materials =
        Objects.requireNonNullElse(own.materials(), List.<ServiceGuide.Material>of()).stream()
            .map(material -> new TakenPage.Heading(1, material.name()))
            .toList();
    return new TakenPage(
        guide.title(),
        own.answers(),
        texts.materialLines(own),
        new TakenPage.Gist(null, materials),
        new TakenPage.Source(guide.departmentName(), guide.sourceUrl(), release),
        texts.materials(own, release));
  }
}
