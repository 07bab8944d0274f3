package org.openhall.kiosk.screen.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.kiosk.ScreenThread;
import org.openhall.kiosk.file.Drawing;
import org.openhall.kiosk.file.FileShelf;
import org.openhall.kiosk.file.Opened;
import org.openhall.kiosk.file.RealFiles;
import org.openhall.kiosk.shell.Messages;

class PageChooserTest {
  @TempDir Path data;

  @Test
  void anyPageIsTurnedToAtOnce() throws Exception {
    try (FileShelf shelf = new FileShelf(data, Platform::runLater)) {
      PageModel model = new PageModel(opened(shelf));
      AtomicBoolean closed = new AtomicBoolean();
      PageChooser chooser =
          ScreenThread.get(() -> {
            model.seenIn(400, 300);
            return laidOut(new PageChooser(new Messages(), model, () -> closed.set(true)));
          });

      assertEquals("primary", weight(chooser, 1));
      assertEquals("secondary", weight(chooser, 12));
      ScreenThread.get(() -> press(chooser.lookup("#file-page-11")));

      assertEquals(10, ScreenThread.get(() -> model.shown().get().page()));
      assertTrue(closed.get());
    }
  }

  private Drawing opened(FileShelf shelf) throws Exception {
    CompletableFuture<Drawing> opened = new CompletableFuture<>();
    shelf.open(
        new RealFiles(data).pdf(12),
        it -> opened.complete(assertInstanceOf(Opened.Pages.class, it).drawing()));
    return opened.join();
  }

  private static PageChooser laidOut(PageChooser chooser) {
    var _ = new Scene(chooser, 1080, 1200);
    chooser.applyCss();
    chooser.layout();
    return chooser;
  }

  private static String weight(PageChooser chooser, int page) {
    return ScreenThread.get(() -> chooser.lookup("#file-page-" + page).getStyleClass().getLast());
  }

  private static boolean press(Node node) {
    Event.fireEvent(
        node,
        new MouseEvent(
            MouseEvent.MOUSE_CLICKED,
            1,
            1,
            1,
            1,
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            true,
            null));
    return true;
  }
}
