package org.openhall.demo.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.kiosk.KioskScene;
import org.openhall.kiosk.shell.Destination;
import org.openhall.kiosk.shell.Language;

class GalleryTest {
  private static final Pattern NODE =
      Pattern.compile("public final class (\\w+)(?:<T>)? extends (?!AnimationTimer)");

  private static final String KIOSK_STYLE =
      Objects.toString(KioskScene.class.getResource("theme.css"));

  @TempDir private static Path data;
  private static Exhibition exhibition;

  @BeforeAll
  static void open() throws IOException {
    exhibition = Exhibition.open(data);
  }

  @Test
  void everyScreenIsAnExhibit() {
    assertEquals(Set.of(), destinationsNotShown(), "add them to Exhibits");
  }

  /**
   * One walk for both, as most of it is waiting until nothing moves. What is loading or damaged is
   * built of what the other states are; --check looks at it too.
   */
  @Test
  void everyScreenLooksAsAgreedOnAndCanBeReadAndPressed() throws IOException {
    Goldens.Comparison pictures =
        Goldens.in(Path.of("..")).comparison(Path.of("target/gallery").toAbsolutePath());
    List<String> faults = new ArrayList<>();
    exhibition.each(
        different(),
        Language.CHINESE,
        (name, stand, exhibit) -> {
          if (Goldens.isGuarded(exhibit)) {
            Stand.Seen seen = stand.seen(exhibit);
            pictures.see(name, seen.picture());
            seen.faults().forEach(fault -> faults.add(name + ": " + fault));
          } else {
            stand.faults(exhibit).forEach(fault -> faults.add(name + ": " + fault));
          }
        });

    assertEquals(
        List.of(),
        pictures.sentences(),
        "Look at actual, expected and difference. If the change is wanted: ./openhall gallery --accept");
    assertEquals("", String.join("\n", faults), "see ./openhall gallery --check");
  }

  @Test
  void everythingCanBeReadAndPressedInEnglish() throws IOException {
    List<String> faults = exhibition.faults(mainStates(), Language.ENGLISH);

    assertEquals("", String.join("\n", faults), "see ./openhall gallery --check");
  }

  @Test
  void whatCannotBeReadOrPressedIsNamed() {
    List<String> faults =
        ScreenThread.call(() -> {
          Application.setUserAgentStylesheet(KIOSK_STYLE); // no other style is ever loaded here
          Label cut = words("words that need far more room", 32, "black");
          cut.setMaxWidth(80);
          HBox keys = new HBox(4, target("small", 60), target("near", 80));
          VBox all = new VBox(words("tiny", 20, "black"), words("faint", 32, "gray"), cut, keys);
          return Inspection.of(new Scene(all, 400, 400), List.of());
        });

    for (String fault :
        List.of(
            "only 20 pixels of type: tiny",
            "contrast of only 3.",
            "cut off: wo",
            "only 60 × 60 to press: #small",
            "less than 8 pixels from #near: #small",
            "a page without: #nav-back",
            "does not say: where it comes from")) {
      assertTrue(
          faults.stream().anyMatch(it -> it.startsWith(fault)), () -> fault + " in " + faults);
    }
  }

  private static Label words(String text, int size, String colour) {
    Label label = new Label(text);
    label.setStyle("-fx-font-size: " + size + "; -fx-text-fill: " + colour);
    return label;
  }

  private static Region target(String id, double side) {
    Region region = new Region();
    region.setId(id);
    region.setMinSize(side, side);
    region.setMaxSize(side, side);
    region.setOnMouseClicked(_ -> {});
    return region;
  }

  @Test
  void everyControlIsExplainedWithItsPicture() throws IOException {
    Path home = Path.of("..");
    String page = Files.readString(home.resolve("docs/controls.md"));

    for (ControlPictures.Part part : ControlPictures.ALL) {
      assertTrue(Files.exists(ControlPictures.file(home, part)), part.name());
      assertTrue(page.contains("(controls/" + part.name() + ".png)"), part.name());
    }
    for (String control : controls(home)) {
      assertTrue(page.contains("`" + control + "`"), control);
    }
  }

  /** The nodes among the kiosk's widgets that a screen may use. */
  private static Set<String> controls(Path home) throws IOException {
    Path widgets = home.resolve("kiosk-app/src/main/java/org/openhall/kiosk/widget");
    Set<String> names = new TreeSet<>();
    try (Stream<Path> sources = Files.list(widgets)) {
      for (Path source : sources.toList()) {
        Matcher node = NODE.matcher(Files.readString(source));
        if (node.find()) {
          names.add(node.group(1));
        }
      }
    }
    return names;
  }

  private static List<Exhibit> exhibits() {
    return exhibition.exhibits();
  }

  private static List<Exhibit> different() {
    return exhibits().stream()
        .filter(it ->
            Goldens.isGuarded(it)
                || (it.scenery() != Scenery.LOADING && it.scenery() != Scenery.DAMAGED))
        .toList();
  }

  private static List<Exhibit> mainStates() {
    return exhibits().stream().filter(it -> it.scenery() == Scenery.SHOWN).toList();
  }

  private static Set<Class<?>> destinationsNotShown() {
    Set<Class<?>> shown =
        mainStates().stream()
            .map(exhibit -> exhibit.destination().getClass())
            .collect(Collectors.toSet());
    return Arrays.stream(Destination.class.getPermittedSubclasses())
        .filter(kind -> !shown.contains(kind))
        .collect(Collectors.toSet());
  }
}
