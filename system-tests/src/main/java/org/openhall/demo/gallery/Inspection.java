package org.openhall.demo.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.paint.Color;
import javafx.scene.text.TextFlow;

/**
 * Finds what a person in front of the terminal could not read or could not press. Sizes are pixels
 * of the canvas: 80 are 20 mm on the usual screen of 21.5 inches, 28 are a capital of 5 mm.
 */
final class Inspection {
  private static final double LEAST_TARGET = 80;
  private static final double LEAST_GAP = 8;
  private static final double LEAST_TYPE = 28;
  private static final double LEAST_TYPE_ON_PLANS = 20;
  private static final double LEAST_CONTRAST = 7;
  private static final double LEAST_CONTRAST_IF_LARGE = 4.5;
  private static final double LARGE_TYPE = 40;

  /** Rounding that no eye sees. */
  private static final double SLACK = 1.5;

  /** A line of running text keeps the space at which it was broken, beyond its end. */
  private static final double SPACE = 12;

  private static final String SOURCE = "status-source";
  private static final List<String> WAYS_OUT =
      List.of("#nav-back", "#nav-home", "#nav-search", "#nav-end", "#nav-language");
  private static final Set<String> OVER_PAGES = Set.of("#emergency-ok", "#idle-continue");

  private static final Set<String> NOBODY_SERVED =
      Set.of("#maintenance-overlay", "#technician-area", "#out-of-service");

  private static final Pattern NO_WORDS =
      Pattern.compile("null|\\{\\d}|^[a-z]+(\\.[a-zA-Z-]+)+$|Optional\\[|@[0-9a-f]{6,}");

  private final SceneWords scene;
  private final List<String> faults = new ArrayList<>();

  private Inspection(SceneWords scene) {
    this.scene = scene;
  }

  /**
   * The faults of what is shown now, a sentence each; on the screen's thread.
   *
   * @param source what every page says of whose content it shows and of when
   */
  static List<String> of(Scene scene, List<String> source) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    Inspection inspection = new Inspection(SceneWords.of(scene.getRoot()));
    if (serves(scene)) {
      inspection.page(source);
    }
    inspection.scene.words().forEach(inspection::word);
    inspection.scene.targets().forEach(inspection::target);
    inspection.scene.halfCovered().forEach(text -> inspection.say("half covered", text));
    inspection.scene.outside().forEach(it -> inspection.say("beyond the screen", name(it)));
    inspection.neighbours();
    inspection.overlaps();
    return inspection.faults.stream().distinct().toList();
  }

  /** Where nobody is served there is no page, and no way out. */
  private static boolean serves(Scene scene) {
    return NOBODY_SERVED.stream()
        .map(scene.getRoot()::lookup)
        .noneMatch(over -> over != null && over.isVisible());
  }

  /** A page over which nothing lies leads back, home and out, and says where it comes from. */
  private void page(List<String> source) {
    List<String> targets = scene.targets().stream().map(Inspection::name).toList();
    if (targets.contains("#attract")) {
      says(source);
    } else if (targets.stream().noneMatch(OVER_PAGES::contains)) {
      says(source);
      WAYS_OUT.stream()
          .filter(way -> !targets.contains(way))
          .forEach(way -> say("a page without", way));
    }
  }

  private void says(List<String> source) {
    String said =
        scene.words().stream()
            .map(SceneWords.Word::node)
            .filter(node -> node.getParent() != null && SOURCE.equals(node.getParent().getId()))
            .map(javafx.scene.text.Text::getText)
            .collect(java.util.stream.Collectors.joining());
    if (said.isEmpty()) {
      say("does not say", "where it comes from");
    }
    source.stream().filter(part -> !said.contains(part)).forEach(part -> say("does not say", part));
  }

  private void word(SceneWords.Word word) {
    String text = word.node().getText();
    if (NO_WORDS.matcher(text).find()) {
      say("no words for people", text);
    }
    if (isCut(word.node())) {
      say("cut off", text);
    }
    double size = word.node().getFont().getSize();
    if (size < (onPlan(word.node()) ? LEAST_TYPE_ON_PLANS : LEAST_TYPE)) {
      say("only " + Math.round(size) + " pixels of type", text);
    }
    contrast(word);
    leaving(word.node(), word.whole(), text);
  }

  private static boolean isCut(Node text) {
    return text.getParent() instanceof Labeled label
        && !((javafx.scene.text.Text) text).getText().equals(label.getText());
  }

  private void contrast(SceneWords.Word word) {
    if (word.node().getFill() instanceof Color colour && !word.node().isDisabled()) {
      double contrast = contrast(colour, word.behind());
      boolean large = word.node().getFont().getSize() >= LARGE_TYPE;
      if (contrast < (large ? LEAST_CONTRAST_IF_LARGE : LEAST_CONTRAST)) {
        say(String.format(Locale.ROOT, "contrast of only %.1f:1", contrast), word.node().getText());
      }
    }
  }

  /** Nothing leaves what it stands in, up to the screen or to what scrolls it. */
  private void leaving(Node node, Bounds bounds, String name) {
    double slack = node.getParent() instanceof TextFlow ? SPACE : SLACK;
    for (Node around = node.getParent(); around != null; around = around.getParent()) {
      if (SceneWords.scrolls(around)) {
        return;
      }
      if (!holds(around.localToScene(around.getLayoutBounds()), bounds, slack)) {
        say("leaves its " + around.getTypeSelector() + "." + around.getStyleClass(), name);
        return;
      }
    }
  }

  private static boolean holds(Bounds outer, Bounds inner, double slack) {
    return inner.getMinX() >= outer.getMinX() - SLACK
        && inner.getMaxX() <= outer.getMaxX() + slack
        && inner.getMinY() >= outer.getMinY() - SLACK
        && inner.getMaxY() <= outer.getMaxY() + SLACK;
  }

  private void target(SceneWords.Target target) {
    Bounds bounds = target.whole();
    if (bounds.getWidth() < LEAST_TARGET || bounds.getHeight() < LEAST_TARGET) {
      long width = Math.round(bounds.getWidth());
      say("only " + width + " × " + Math.round(bounds.getHeight()) + " to press", name(target));
    }
    leaving(target.node(), bounds, name(target));
  }

  private void neighbours() {
    List<SceneWords.Target> targets = scene.targets();
    for (int i = 0; i < targets.size(); i++) {
      for (SceneWords.Target other : targets.subList(i + 1, targets.size())) {
        SceneWords.Target one = targets.get(i);
        if (gap(one.seen(), other.seen()) < LEAST_GAP - 0.5
            && !nested(one, other)
            && !rowsOfOneList(one, other)) {
          say("less than 8 pixels from " + name(other), name(one));
        }
      }
    }
  }

  /** The larger of the two distances, so that what is diagonal is apart as well. */
  private static double gap(Bounds a, Bounds b) {
    double across = Math.max(a.getMinX() - b.getMaxX(), b.getMinX() - a.getMaxX());
    double down = Math.max(a.getMinY() - b.getMaxY(), b.getMinY() - a.getMaxY());
    return Math.max(across, down);
  }

  private static boolean nested(SceneWords.Target one, SceneWords.Target other) {
    for (Node up = other.node(); up != null; up = up.getParent()) {
      if (up.equals(one.node())) {
        return true;
      }
    }
    return false;
  }

  /** Rows follow each other with a line between; they are as wide as their list. */
  private static boolean rowsOfOneList(SceneWords.Target one, SceneWords.Target other) {
    return one.whole().getMinX() == other.whole().getMinX()
        && one.whole().getWidth() == other.whole().getWidth()
        && one.whole().getHeight() >= LEAST_TARGET + 2 * LEAST_GAP
        && gap(one.whole(), other.whole()) >= 0;
  }

  private void overlaps() {
    List<SceneWords.Word> words = scene.words();
    for (int i = 0; i < words.size(); i++) {
      for (SceneWords.Word other : words.subList(i + 1, words.size())) {
        SceneWords.Word one = words.get(i);
        if (!one.node().getParent().equals(other.node().getParent())
            && gap(one.seen(), other.seen()) < -12) {
          say("lies over '" + other.node().getText() + "'", one.node().getText());
        }
      }
    }
  }

  private static boolean onPlan(Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (up.getStyleClass().contains("plan")) {
        return true;
      }
    }
    return false;
  }

  private static String name(SceneWords.Target target) {
    return name(target.node());
  }

  private static String name(Node node) {
    return node.getId() == null ? String.join(".", node.getStyleClass()) : "#" + node.getId();
  }

  private void say(String fault, String where) {
    String line = where.replace('\n', ' ');
    faults.add(fault + ": " + (line.length() > 40 ? line.substring(0, 40) + "…" : line));
  }

  /** As WCAG 2.1 defines it, of relative luminances. */
  private static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
