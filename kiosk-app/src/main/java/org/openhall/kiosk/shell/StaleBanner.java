package org.openhall.kiosk.shell;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Says honestly that what is shown may be out of date; hidden while there is no reason to. */
final class StaleBanner extends VBox {
  private final Label words = new Label();

  StaleBanner() {
    setId("stale-banner");
    getStyleClass().add("stale");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    getChildren().add(words);
  }

  /** Says what there is to say in the present language. */
  void say(Published published, Messages language) {
    String sentence =
        published.release().isEmpty() ? "" : sentence(published.freshness().get(), language);
    words.setText(sentence);
    setVisible(!sentence.isEmpty());
    setManaged(!sentence.isEmpty());
  }

  private static String sentence(Freshness freshness, Messages words) {
    return switch (freshness) {
      case Freshness.Fresh _ -> "";
      case Freshness.Old(long days) -> words.text("stale.old", days);
      case Freshness.Earlier(long shown, long damaged) ->
          words.text("stale.earlier", shown, damaged);
      case Freshness.Unverified _ -> words.text("stale.unverified");
      case Freshness.ClockWrong _ -> words.text("stale.clock");
    };
  }
}
