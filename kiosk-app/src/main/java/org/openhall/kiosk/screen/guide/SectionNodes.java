package org.openhall.kiosk.screen.guide;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.openhall.content.ServiceGuide;
import org.openhall.kiosk.shell.KioskContext;
import org.openhall.kiosk.widget.Badge;
import org.openhall.kiosk.widget.Fact;
import org.openhall.kiosk.widget.FactTable;
import org.openhall.kiosk.widget.HighlightedText;

/** Draws the sections of one guide. */
final class SectionNodes {
  private final KioskContext context;
  private final @Nullable String words;

  /**
   * Draws for a page.
   *
   * @param words what to mark, or null
   */
  SectionNodes(KioskContext context, @Nullable String words) {
    this.context = context;
    this.words = words;
  }

  Region node(GuideSection section) {
    VBox box = new VBox();
    box.setId("guide-section-" + section.kind().key());
    box.getStyleClass().add("guide-section");
    Label title = new Label(context.text("guide.section." + section.kind().key()));
    title.getStyleClass().add("guide-section-title");
    box.getChildren().add(title);
    switch (section.standing()) {
      case NOT_PROVIDED -> box.getChildren().add(said("fact.missing", "guide-missing"));
      case NONE -> box.getChildren().add(said("guide.none." + section.kind().key(), "guide-none"));
      case GIVEN -> box.getChildren().addAll(lines(section));
    }
    return box;
  }

  private List<Region> lines(GuideSection section) {
    List<Region> lines = new ArrayList<>();
    boolean numbered = section.lines().size() > 1 && section.kind().numbered();
    for (GuideSection.Line line : section.lines()) {
      Region node = line(line);
      lines.add(numbered ? numbered(lines.size() + 1, node) : node);
    }
    return lines;
  }

  private Region line(GuideSection.Line line) {
    return switch (line) {
      case GuideSection.Line.Text(String text) -> text(text, "guide-text");
      case GuideSection.Line.Material(ServiceGuide.Material material) -> material(material);
      case GuideSection.Line.Step(ServiceGuide.ProcessStep step) -> step(step);
      case GuideSection.Line.Fee(ServiceGuide.Fee fee) -> fee(fee);
      case GuideSection.Line.Window(ServiceGuide.ServiceWindow window) -> window(window);
      case GuideSection.Line.Question(ServiceGuide.Question question) -> question(question);
      case GuideSection.Line.Contact contact -> contact(contact);
    };
  }

  private Region numbered(int number, Region node) {
    Label label = new Label(String.valueOf(number));
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.setAlignment(Pos.CENTER);
    label.getStyleClass().add("guide-number");
    HBox.setHgrow(node, Priority.ALWAYS);
    HBox row = new HBox(20, label, node);
    row.getStyleClass().add("guide-line");
    return row;
  }

  private Region material(ServiceGuide.Material material) {
    Region name = text(material.name(), "guide-strong");
    HBox.setHgrow(name, Priority.ALWAYS);
    Badge necessity = new Badge(context.text("necessity." + material.necessity().name()));
    necessity.getStyleClass().add("necessity-" + material.necessity().name());
    VBox box = new VBox(8, new HBox(16, name, necessity));
    List<String> parts = new ArrayList<>();
    parts.add(given("material.form", material.form()));
    Integer copies = material.copies();
    parts.add(
        copies == null
            ? given("material.copies", null)
            : context.text("material.copies.value", copies));
    parts.add(given("material.source", material.source()));
    box.getChildren().add(text(String.join("\u3000", parts), "guide-small"));
    addIfGiven(box, material.note(), "guide-small");
    return box;
  }

  private Region step(ServiceGuide.ProcessStep step) {
    VBox box = new VBox(8, text(step.name(), "guide-strong"));
    addIfGiven(box, step.description(), "guide-text");
    if (step.limit() != null) {
      box.getChildren().add(text(given("step.limit", step.limit()), "guide-small"));
    }
    return box;
  }

  private Region fee(ServiceGuide.Fee fee) {
    return new VBox(
        8,
        text(fee.name(), "guide-strong"),
        text(given("fee.standard", fee.standard()), "guide-text"),
        text(given("fee.basis", fee.basis()), "guide-small"));
  }

  private Region window(ServiceGuide.ServiceWindow window) {
    return new VBox(
        8,
        text(window.name(), "guide-strong"),
        facts(
            new Fact(context.text("window.address"), window.address()),
            new Fact(context.text("window.hours"), window.hours()),
            new Fact(context.text("window.phone"), window.phone())));
  }

  private Region question(ServiceGuide.Question question) {
    return new VBox(
        8, text(question.question(), "guide-strong"), text(question.answer(), "guide-text"));
  }

  private Region contact(GuideSection.Line.Contact contact) {
    return facts(
        new Fact(context.text("contact.consultation"), contact.consultation()),
        new Fact(context.text("contact.complaint"), contact.complaint()));
  }

  private Region facts(Fact... facts) {
    return new FactTable(List.of(facts), context.text("fact.missing"));
  }

  private void addIfGiven(VBox box, @Nullable String text, String style) {
    if (text != null) {
      box.getChildren().add(text(text, style));
    }
  }

  /** A label and its value in one line of text, or the words for a value that is missing. */
  private String given(String key, @Nullable String value) {
    return context.text(
        "pair", context.text(key), value == null ? context.text("fact.missing") : value);
  }

  private Region said(String key, String style) {
    return new HighlightedText(context.text(key), null, style);
  }

  private Region text(String text, String style) {
    return new HighlightedText(text, words, style);
  }
}
