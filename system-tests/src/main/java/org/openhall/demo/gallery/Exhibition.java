package org.openhall.demo.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /** Shows the pictures of these exhibits in a language, upright and lying. */
  void show(List<Exhibit> exhibits, Language language, Visitor visitor) throws IOException {
    each(exhibits, language, (name, stand, exhibit) -> visitor.see(name, stand.picture(exhibit)));
  }

  /**
   * Looks for what a person could not read or press, see {@link Inspection}.
   *
   * @return sentences, each beginning with the name of the exhibit
   */
  List<String> faults(List<Exhibit> exhibits, Language language) throws IOException {
    List<String> all = new ArrayList<>();
    each(
        exhibits,
        language,
        (name, stand, exhibit) ->
            stand.faults(exhibit).forEach(fault -> all.add(name + ": " + fault)));
    return all;
  }

  /** Shows these exhibits upright only. */
  void upright(List<Exhibit> exhibits, Language language, Look look) throws IOException {
    eachStand(exhibits, language, Orientation.PORTRAIT, look);
  }

  /** Looks at one exhibit. */
  interface Look {
    /** Its name with language and orientation, and the stand that can show it. */
    void at(String name, Stand stand, Exhibit exhibit) throws IOException;
  }

  /** Looks at these exhibits in a language, upright and lying. */
  void each(List<Exhibit> exhibits, Language language, Look look) throws IOException {
    for (Orientation orientation : Orientation.values()) {
      eachStand(exhibits, language, orientation, look);
    }
  }

  private void eachStand(
      List<Exhibit> exhibits, Language language, Orientation orientation, Look look)
      throws IOException {
    for (Scenery scenery : Scenery.values()) {
      List<Exhibit> here = exhibits.stream().filter(it -> it.scenery() == scenery).toList();
      if (!here.isEmpty()) {
        eachStand(here, setting(scenery, language, orientation), look);
      }
    }
  }

  private Stand.Setting setting(Scenery scenery, Language language, Orientation orientation) {
    return new Stand.Setting(content.folder(scenery), scenery, language, orientation);
  }

  private void eachStand(List<Exhibit> exhibits, Stand.Setting setting, Look look)
      throws IOException {
    try (Stand stand = Stand.open(setting, inputMethod)) {
      for (Exhibit exhibit : exhibits) {
        String folder =
            tag(setting.language()) + "/" + setting.orientation().name().toLowerCase(Locale.ROOT);
        look.at(folder + "/" + exhibit.name(), stand, exhibit);
      }
    }
  }

  private static String tag(Language language) {
    return Objects.requireNonNull(language.locale().toLanguageTag());
  }
}
