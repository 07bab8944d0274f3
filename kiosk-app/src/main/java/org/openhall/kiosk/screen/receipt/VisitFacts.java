package org.openhall.kiosk.screen.receipt;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhall.content.store.ReleaseInfo;

/**
 * What the receipt of a visit tells.
 *
 * @param maskedName the card's name but for its last character replaced by {@code *}
 * @param maskedNumber the card's number but for its ends replaced by {@code *}
 * @param pages titles of what was read, oldest first
 * @param release the release that was shown, or null if there was none
 */
public record VisitFacts(
    String maskedName, String maskedNumber, List<String> pages, @Nullable ReleaseInfo release) {
  public VisitFacts {
    pages = List.copyOf(pages);
  }
}
