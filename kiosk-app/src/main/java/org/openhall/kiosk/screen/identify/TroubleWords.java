package org.openhall.kiosk.screen.identify;

import org.openhall.device.DeviceHealth;
import org.openhall.kiosk.screen.identify.CardReaders.Which;
import org.openhall.kiosk.screen.identify.IdentifyModel.Trouble;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.EmptyState;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.PressButton.Weight;

/** Says why no card is kept, and what the citizen can do. */
final class TroubleWords {
  private final KioskContext context;
  private final IdentifyModel model;

  TroubleWords(KioskContext context, IdentifyModel model) {
    this.context = context;
    this.model = model;
  }

  EmptyState state(Trouble trouble) {
    return switch (trouble) {
      case Trouble.Absent _ -> said("absent", "", home());
      case Trouble.NoCard(Which which) -> said("none", which, "", again(), home());
      case Trouble.Unreadable(Which which) -> said("unreadable", which, "", again(), home());
      case Trouble.OtherCard _ -> said("other", "", again(), home());
      case Trouble.Locked _ -> said("locked", "", again(), home());
      case Trouble.Withheld _ -> said("withheld", "", again(), home());
      case Trouble.Unavailable(DeviceHealth.Detail detail) ->
          said("unavailable", detail(detail), again(), home());
      case Trouble.Expired _ -> said("expired", "", home());
      case Trouble.Child _ -> said("child", "", home());
    };
  }

  private EmptyState said(String name, String more, PressButton... next) {
    return said(name, Which.ID_CARD, more, next);
  }

  private EmptyState said(String name, Which which, String more, PressButton... next) {
    String key = "identify." + name;
    String hint = context.text(which.key(key + ".hint"));
    String all = more.isEmpty() ? hint : hint + "\n" + more;
    return new EmptyState(Icon.CARD, context.text(which.key(key + ".title")), all, next);
  }

  private String detail(DeviceHealth.Detail detail) {
    return context.text("identify.detail." + detail.name());
  }

  private PressButton again() {
    return new PressButton(
        "identify-again", context.text("identify.again"), Weight.PRIMARY, model::agree);
  }

  private PressButton home() {
    return new PressButton(
        "identify-home",
        context.text("identify.otherwise"),
        Weight.SECONDARY,
        context.navigator()::home);
  }
}
