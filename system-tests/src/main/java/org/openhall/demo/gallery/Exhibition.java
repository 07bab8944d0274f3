package org.openhall.demo.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openhall.kiosk.shell.Language;
import org.openhall.kiosk.shell.Orientation;
import org.openhall.kiosk.typing.InputMethod;

/** Takes the pictures of exhibits, in the order that opens the fewest terminals. */
final class Exhibition {
  private final GalleryContent content;
  private final InputMethod inputMethod = new InputMethod(InputMethod.DEBIAN, true);

  private Exhibition(GalleryContent content) {
    this.content = content;
  }

  /** Takes a picture that has been made. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Sees one picture.
     *
     * @param name language, orientation and exhibit, e.g. {@code zh-CN/portrait/home}
     */
    void see(String name, Picture picture) throws IOException;
  }

  /** Builds the content below a folder and starts the screen's thread. Once in a process. */
  static Exhibition open(Path data) throws IOException {
    Path temporary = java.nio.file.Files.createDirectories(data.resolve("tmp"));
    ScreenThread.start(temporary);
    Exhibition exhibition = new Exhibition(GalleryContent.build(data.resolve("content")));
    String missing = exhibition.inputMethod.load();
    if (!missing.isEmpty()) {
      System.err.println("gallery: " + missing);
    }
    return exhibition;
  }

  /** Everything there is to look at. */
  List<Exhibit> exhibits() {
    return Exhibits.of(content.records());
  }

  /** Shows these exhibits in a language, upright and lying. */
  void show(List<Exhibit> exhibits, Language language, Visitor visitor) throws IOException {
    for (Orientation orientation : Orientation.values()) {
      for (Scenery scenery : Scenery.values()) {
        List<Exhibit> here = exhibits.stream().filter(it -> it.scenery() == scenery).toList();
        if (!here.isEmpty()) {
          show(here, setting(scenery, language, orientation), visitor);
        }
      }
    }
  }

  private Stand.Setting setting(Scenery scenery, Language language, Orientation orientation) {
    return new Stand.Setting(content.folder(scenery), scenery, language, orientation);
  }

  private void show(List<Exhibit> exhibits, Stand.Setting setting, Visitor visitor)
      throws IOException {
    try (Stand stand = Stand.open(setting, inputMethod)) {
      for (Exhibit exhibit : exhibits) {
        String folder =
            tag(setting.language()) + "/" + setting.orientation().name().toLowerCase(Locale.ROOT);
        visitor.see(folder + "/" + exhibit.name(), stand.picture(exhibit));
      }
    }
  }

  private static String tag(Language language) {
    return Objects.requireNonNull(language.locale().toLanguageTag());
  }
}
