package org.openhall.kiosk.shell;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.openhall.kiosk.widget.Icon;
import org.openhall.kiosk.widget.PressButton;
import org.openhall.kiosk.widget.PressButton.Weight;

/** The foot of every page: back, home, search, and the end of the visit. */
final class FooterView extends HBox {
  private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");

  private final PressButton back;
  private final PressButton home;
  private final PressButton search;
  private final PressButton end;
  private final Navigator navigator;

  /**
   * The foot.
   *
   * @param between what stands between the ways on and the end
   */
  FooterView(Navigator navigator, Runnable endVisit, Region between) {
    super(20);
    this.navigator = navigator;
    getStyleClass().add("footer");
    setAlignment(Pos.CENTER_LEFT);
    back = button("nav-back", Icon.BACK, Weight.SECONDARY, navigator::back);
    home = button("nav-home", Icon.HOME, Weight.SECONDARY, navigator::home);
    search = button("nav-search", Icon.SEARCH, Weight.SECONDARY, this::search);
    end = button("nav-end", Icon.END, Weight.DANGER, endVisit);
    HBox.setHgrow(between, Priority.ALWAYS);
    getChildren().addAll(back, home, search, between, end);
  }

  /** Says everything in the present language. */
  void say(Messages words) {
    back.setText(words.text("nav.back"));
    home.setText(words.text("nav.home"));
    search.setText(words.text("nav.search"));
    end.setText(words.text("nav.end"));
  }

  /** Shows or hides the buttons. */
  void navigates(boolean shown) {
    for (PressButton button : List.of(back, home, search, end)) {
      button.setVisible(shown);
      button.setManaged(shown);
    }
    pseudoClassStateChanged(QUIET, !shown);
  }

  /** Offers only what leads somewhere. */
  void offer() {
    boolean atHome = navigator.destination() instanceof Destination.Home;
    back.setDisable(!navigator.canGoBack());
    home.setDisable(atHome);
  }

  private void search() {
    if (!(navigator.destination() instanceof Destination.Search)) {
      navigator.go(new Destination.Search());
    }
  }

  private static PressButton button(String id, Icon icon, Weight weight, Runnable action) {
    return new PressButton(id, "", weight, action).withIcon(icon).forEveryPress(action);
  }
}
