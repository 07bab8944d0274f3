package org.openhall.kiosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import org.openhall.kiosk.KioskOptions.BadOptionException;

/** Starts the citizens' terminal. */
public final class KioskMain {
  private static final int BAD_CALL = 2;
  private static final int CANNOT_RUN = 1;

  private KioskMain() {}

  /** See {@code --help}. */
  public static void main(String[] arguments) {
    try {
      KioskOptions options = KioskOptions.parse(List.of(arguments));
      if (options.help()) {
        System.out.print(KioskOptions.USAGE);
        return;
      }
      prepareJavaFx(options.data());
      Platform.startup(() -> new Kiosk(options).show());
    } catch (BadOptionException e) {
      fail(BAD_CALL, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      fail(CANNOT_RUN, "the data folder cannot be written to: " + e.getMessage());
    } catch (UnsupportedOperationException e) {
      fail(
          CANNOT_RUN,
          "there is no display to draw on ("
              + e.getMessage()
              + "); set DISPLAY, or start an X server such as Xvfb first");
    }
  }

  /**
   * The software pipeline needs no GPU and keeps 60 Hz with flat fills, which it draws faster than
   * the pictures that JavaFX would keep of them; what JavaFX unpacks goes to the data folder. The
   * older AWT tells which characters fonts have, and must not open a display.
   */
  private static void prepareJavaFx(Path data) throws IOException {
    Path temporary = Files.createDirectories(data.toAbsolutePath().resolve("tmp"));
    setUnlessSet("prism.order", "sw");
    setUnlessSet("prism.disableRegionCaching", "true");
    setUnlessSet("java.awt.headless", "true");
    setUnlessSet("javafx.cachedir", temporary.resolve("javafx").toString());
    setUnlessSet("org.sqlite.tmpdir", temporary.toString());
    setUnlessSet("pdfbox.fontcache", temporary.toString());
    setUnlessSet("java.awt.headless", "true"); // files are drawn in memory, not on a display
  }

  private static void setUnlessSet(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }

  private static void fail(int status, String sentence) {
    System.err.println("kiosk: " + sentence);
    System.exit(status);
  }
}
