package org.openhall.kiosk.shell;

import javafx.scene.layout.Region;
import org.openhall.kiosk.widget.EmptyState;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.PressButton.Weight;

/** What a page shows in place of content that it cannot show; each says what to do next. */
public final class TroubleView {
  private TroubleView() {}

  /** Nothing has arrived on this terminal yet. */
  public static Region noContent(KioskContext context) {
    return new EmptyState(
        Icon.EMPTY, context.text("content.none.title"), context.text("content.none.hint"));
  }

  /** What was asked for is damaged on this terminal. */
  public static Region damaged(KioskContext context) {
    return new EmptyState(
        Icon.ALERT,
        context.text("content.damaged.title"),
        context.text("content.damaged.hint"),
        homeButton(context));
  }

  /** The release on the screen does not have it, or no longer. */
  public static Region gone(KioskContext context) {
    return new EmptyState(
        Icon.EMPTY,
        context.text("content.gone.title"),
        context.text("content.gone.hint"),
        homeButton(context));
  }

  private static PressButton homeButton(KioskContext context) {
    return new PressButton(
        "trouble-home", context.text("nav.home"), Weight.PRIMARY, context.navigator()::home);
  }
}
