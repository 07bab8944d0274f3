package org.openhall.kiosk.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import org.openhall.content.ContentRecord;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.Language;
import org.openhall.kiosk.shell.Orientation;

/**
 * {@code render RECORDS ID FOLDER OFFICE zh-CN|en}: draws the page of a record, upright and lying,
 * as {@code portrait.png} and {@code landscape.png}.
 */
public final class RenderMain {
  /** The command line is wrong. */
  public static final int BAD_CALL = 2;

  /** The record is not among the records, or has no page of its own. */
  public static final int NO_PAGE = 3;

  private static final int BROKEN = 1;
  private static final int WORDS = 5;

  private RenderMain() {}

  /** RECORDS is a file of canonical JSON, a record a line, with whatever the page refers to. */
  public static void main(String[] arguments) {
    if (arguments.length != WORDS) {
      System.err.println("render RECORDS ID FOLDER OFFICE zh-CN|en");
      System.exit(BAD_CALL);
    }
    try {
      System.exit(run(List.of(arguments)));
    } catch (IOException e) {
      System.err.println("render: " + e.getMessage());
      System.exit(BROKEN);
    }
  }

  private static int run(List<String> words) throws IOException {
    Path folder = Files.createDirectories(Path.of(words.get(2)));
    DraftContent content = DraftContent.read(Path.of(words.getFirst()));
    Optional<Destination> page = content.record(words.get(1)).flatMap(RenderMain::page);
    if (page.isEmpty()) {
      return NO_PAGE;
    }
    content.publish(folder, words.get(3));
    Language language = words.get(4).equals("en") ? Language.ENGLISH : Language.CHINESE;
    Easel.begin(folder);
    for (Orientation orientation : Orientation.values()) {
      String name = orientation == Orientation.PORTRAIT ? "portrait.png" : "landscape.png";
      try (Easel easel = Easel.of(folder, language, orientation)) {
        easel.draw(page.get(), folder.resolve(name));
      }
    }
    Platform.exit();
    return 0;
  }

  private static Optional<Destination> page(ContentRecord record) {
    return Destination.of(record);
  }
}
