package org.openhall.kiosk.screen.browse;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.Loading;

/**
 * Shows the one thing that a page is about, or says why it is not there.
 *
 * @param <T> the thing
 */
public final class LoadedPane<T> extends StackPane {
  private final KioskContext context;
  private final Function<T, Region> page;

  /**
   * Follows the state.
   *
   * @param page draws the thing
   */
  public LoadedPane(
      KioskContext context, ObservableValue<Loaded<T>> state, Function<T, Region> page) {
    this.context = context;
    this.page = page;
    state.subscribe(now -> getChildren().setAll(region(now)));
  }

  private Region region(Loaded<T> state) {
    return switch (state) {
      case Loaded.Loading<T> _ -> new Loading(context.text("browse.loading"));
      case Loaded.Shown<T>(T value) -> page.apply(value);
      case Loaded.Missing<T> _ -> EmptyPages.missing(context);
      case Loaded.Withdrawn<T>(var withdrawal) -> EmptyPages.withdrawn(context, withdrawal);
      case Loaded.NoContent<T> _ -> EmptyPages.noContent(context);
      case Loaded.Damaged<T> _ -> EmptyPages.damaged(context);
    };
  }
}
