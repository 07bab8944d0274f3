package org.openhall.kiosk.screen.file;

import java.util.OptionalInt;
import org.openhall.device.DeviceHealth.Detail;
import org.openhall.device.PagePrinter.PageOutcome;
import org.openhall.kiosk.desk.PageOffer;
import org.openhall.kiosk.desk.PageState;
import org.openhall.kiosk.shell.Messages;

/** What a citizen is told of a file that is printed, and what to do about it. */
final class PageWords {
  private final Messages words;

  PageWords(Messages words) {
    this.words = words;
  }

  /** Why it is not offered; empty where it is. */
  String of(PageOffer offer, int pages) {
    return switch (offer) {
      case PageOffer.Ready _ -> "";
      case PageOffer.TooLong(int most) -> words.text("page.too-long", pages, most);
      case PageOffer.TooLarge _ -> words.text("page.too-large");
      case PageOffer.Unusable(Detail reason) -> words.text("page.unusable") + why(reason);
      case PageOffer.Busy _ -> words.text("page.busy");
    };
  }

  /** A sentence or two for the state; empty where nothing was asked for. */
  String of(PageState state) {
    return switch (state) {
      case PageState.Idle _ -> "";
      case PageState.Preparing _ -> words.text("page.preparing");
      case PageState.Printing printing -> of(printing);
      case PageState.NotWhole _ -> words.text("page.not-whole");
      case PageState.Ended(PageOutcome outcome, int of) -> of(outcome, of);
    };
  }

  private String of(PageState.Printing now) {
    if (now.holding().isPresent()) {
      return words.text("page.holding") + why(now.holding().get());
    }
    int done = now.done().orElse(0);
    return done == 0
        ? words.text(now.done().isPresent() ? "page.taken" : "page.sending")
        : words.text("page.printing", done, now.of());
  }

  private String of(PageOutcome outcome, int of) {
    return switch (outcome) {
      case PageOutcome.Printed _ -> words.text("page.printed", of);
      case PageOutcome.Refused(var why, String _) -> words.text("page.refused." + why);
      case PageOutcome.NotPrinted(Detail reason) -> words.text("page.not-printed") + why(reason);
      case PageOutcome.Incomplete(OptionalInt pages, Detail reason) ->
          (pages.isPresent()
                  ? words.text("page.incomplete", pages.getAsInt(), of)
                  : words.text("page.incomplete.uncounted"))
              + why(reason);
      case PageOutcome.Unknown(Detail reason) -> words.text("page.unknown") + why(reason);
      case PageOutcome.Cancelled(OptionalInt pages) -> cancelled(pages, of);
    };
  }

  private String cancelled(OptionalInt pages, int of) {
    if (pages.isEmpty()) {
      return words.text("page.cancelled.uncounted");
    }
    int done = pages.getAsInt();
    return done == 0 ? words.text("page.cancelled") : words.text("page.cancelled.pages", done, of);
  }

  private String why(Detail reason) {
    return words.text("print.reason." + reason.name());
  }
}
