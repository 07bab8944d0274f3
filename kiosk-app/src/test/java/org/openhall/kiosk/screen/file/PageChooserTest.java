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
import org.openhall.content.Attachment;
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

      assertTrue(is(chooser, 1, "primary"));
      assertTrue(is(chooser, 12, "secondary"));
      ScreenThread.get(() -> press(chooser.lookup("#file-page-11")));

      assertEquals(10, ScreenThread.get(() -> model.shown().get().page()));
      assertTrue(closed.get());
    }
  }

  private Drawing opened(FileShelf shelf) throws Exception {
    Attachment file = new RealFiles(data).pdf(12);
    CompletableFuture<Drawing> opened = new CompletableFuture<>();
    return ScreenThread.get(
            () -> {
              shelf.open(
                  file, it -> opened.complete(assertInstanceOf(Opened.Pages.class, it).drawing()));
              return opened;
            })
        .join();
  }

  private static PageChooser laidOut(PageChooser chooser) {
    var _ = new Scene(chooser, 1080, 1200);
    chooser.applyCss();
    chooser.layout();
    return chooser;
  }

  private static boolean is(PageChooser chooser, int page, String style) {
    return ScreenThread.get(
        () -> chooser.lookup("#file-page-" + page).getStyleClass().contains(style));
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
