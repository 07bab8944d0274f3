package org.openhall.kiosk.screen.browse;

import java.time.LocalDate;
import javafx.scene.layout.Region;
import org.openhall.content.codec.EmergencyList;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.EmptyState;
import org.openhall.kiosk.widget.Icon;

/** Pages that say, honestly and with the next step, why there is nothing to see. */
public final class EmptyPages {
  private EmptyPages() {}

  /** The terminal has no content yet. */
  public static Region noContent(KioskContext context) {
    return page(context, Icon.EMPTY, "no-content");
  }

  /** What was asked for is damaged and is not shown. */
  public static Region damaged(KioskContext context) {
    return page(context, Icon.ALERT, "damaged");
  }

  /** What was asked for is not, or no longer, published. */
  public static Region missing(KioskContext context) {
    return page(context, Icon.DOCUMENT, "missing");
  }

  /** The office has taken it back. */
  public static Region withdrawn(KioskContext context, EmergencyList.Withdrawal withdrawal) {
    LocalDate day = LocalDate.ofInstant(withdrawal.at(), context.clock().getZone());
    EmptyState page =
        new EmptyState(
            Icon.ALERT,
            context.text("browse.withdrawn.title"),
            context.text("browse.withdrawn.hint", day, withdrawal.why()));
    page.setId("state-withdrawn");
    return page;
  }

  private static Region page(KioskContext context, Icon icon, String kind) {
    EmptyState page =
        new EmptyState(
            icon,
            context.text("browse." + kind + ".title"),
            context.text("browse." + kind + ".hint"));
    page.setId("state-" + kind);
    return page;
  }
}
