package org.openhall.kiosk.shell;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/** A screen as the shell sees it: something to lay between header and footer. */
public interface Screen {

  /** The screen's node; the same one at every call. */
  Region node();

  /**
   * The title of the document being read, as the visit's receipt will list it; empty for a screen
   * that is no document, and until the document has been loaded.
   */
  default ObservableValue<String> pageTitle() {
    return new ReadOnlyStringWrapper("");
  }

  /** A fresh way begins at this screen, which was shown before: it stands as if just opened. */
  default void begun() {}

  /** Another screen covers this one, which may come back: let go of what must not go on unseen. */
  default void covered() {}

  /** The screen will not be shown again: stop timers, cancel what is under way. */
  default void closed() {}
}
