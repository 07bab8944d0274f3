package org.openhall.kiosk.screen.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.content.Attachment;
import org.openhall.kiosk.file.Drawing;
import org.openhall.kiosk.file.DrawnTile;
import org.openhall.kiosk.file.FileShelf;
import org.openhall.kiosk.file.Opened;
import org.openhall.kiosk.file.RealFiles;

/** With real pages, drawn on the thread of the files; the test is the screen's thread. */
class PageModelTest {
  @TempDir Path data;
  private final BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
  private FileShelf shelf;
  private PageModel model;

  @BeforeEach
  void open() throws IOException, InterruptedException {
    shelf = new FileShelf(data, screen::add);
    model = model(new RealFiles(data).pdf(3));
  }

  private PageModel model(Attachment file) throws InterruptedException {
    CompletableFuture<Drawing> opened = new CompletableFuture<>();
    shelf.open(file, it -> opened.complete(assertInstanceOf(Opened.Pages.class, it).drawing()));
    screen.take().run();
    return new PageModel(opened.join());
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  private void hear() throws InterruptedException {
    screen.take().run();
  }

  private DrawnTile sharp() {
    DrawnTile sharp = model.shown().get().sharp();
    assertNotNull(sharp);
    return sharp;
  }

  @Test
  void theWholePageComesFirstAndThenWhatIsSeenSharply() throws InterruptedException {
    model.seenIn(400, 100);
    hear();
    assertNotNull(model.shown().get().whole());
    assertNull(model.shown().get().sharp());
    hear();
    assertEquals(400, sharp().tile().width());
    assertEquals(2, sharp().tile().scale());
  }

  @Test
  void whatWasWantedMeanwhileIsDrawnOnce() throws InterruptedException {
    model.seenIn(400, 100);
    hear();
    model.magnify();
    model.magnify();
    model.magnify();
    hear(); // was asked for before
    hear();
    assertEquals(2 * 1.4 * 1.4 * 1.4, sharp().tile().scale(), 1e-9);
    assertEquals(0, screen.size());
  }

  @Test
  void aTurnedPageForgetsThePageBefore() throws InterruptedException {
    model.seenIn(400, 100);
    hear();
    hear();
    model.turnTo(2);
    assertNull(model.shown().get().whole());
    hear();
    hear();
    assertEquals(2, sharp().tile().page());
    model.turnTo(3);
    assertEquals(2, model.shown().get().page(), "there is no page after the last");
  }

  @Test
  void movingDrawsWhatComesIntoSight() throws InterruptedException {
    model.seenIn(400, 100);
    hear();
    hear();
    model.move(0, 60);
    hear();
    assertEquals(60, sharp().tile().y());
  }
}
