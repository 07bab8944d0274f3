package org.openhall.simulator.panel;

import static javax.swing.ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER;
import static javax.swing.ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import org.openhall.simulator.card.BoxedCard;
import org.openhall.simulator.card.CardBox;
import org.openhall.simulator.card.Chip;
import org.openhall.simulator.card.Flaw;
import org.openhall.simulator.idmodule.IdModule;
import org.openhall.simulator.smartcard.CardSlot;

/**
 * The box of cards: each a button that lays it where it belongs, or swaps it for what lies there.
 */
final class BoxSection {

  /** What is read anew when the box is opened again. */
  private final CardBox box;

  private final IdModule module;
  private final CardSlot slot;
  private final Format format;
  private final Consumer<String> perform;
  private final Map<BoxedCard, FlatButton> buttons = new LinkedHashMap<>();
  private final JPanel groups = new JPanel();
  private final Section section;
  private final int columns;
  private List<BoxedCard> shown = List.of();

  /**
   * The box of cards.
   *
   * @param width of the section in pixels, by which it has columns
   */
  BoxSection(
      CardBox box,
      IdModule module,
      CardSlot slot,
      Format format,
      Consumer<String> perform,
      int width) {
    this.box = box;
    this.module = module;
    this.slot = slot;
    this.format = format;
    this.perform = perform;
    this.columns = Math.max(2, width / (format.density().letters() * 17 / 2));
    groups.setLayout(new BoxLayout(groups, BoxLayout.Y_AXIS));
    groups.setBackground(Look.SURFACE);
    JScrollPane scroll =
        new JScrollPane(groups, VERTICAL_SCROLLBAR_AS_NEEDED, HORIZONTAL_SCROLLBAR_NEVER);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.getVerticalScrollBar().setUI(new SlimScrollBar());
    scroll.getVerticalScrollBar().setPreferredSize(new Dimension(SlimScrollBar.WIDTH, 0));
    scroll.getVerticalScrollBar().setUnitIncrement(24);
    this.section = format.section("cards", scroll);
    section.say(format.texts().get("cards.fictional"), Look.QUIET);
    reload();
  }

  Section section() {
    return section;
  }

  /** Looks into the box again: a trainer may have added cards, or mended one. */
  void reload() {
    CardBox.Content content = box.content();
    if (!content.cards().equals(shown)) {
      shown = content.cards();
      build(content.cards());
    }
    if (!content.wrong().isEmpty()) {
      section.say(content.wrong().getFirst(), Look.ALARM);
    }
  }

  private void build(List<BoxedCard> cards) {
    buttons.clear();
    groups.removeAll();
    Map<String, List<BoxedCard>> byGroup = new LinkedHashMap<>();
    cards.forEach(card -> byGroup.computeIfAbsent(group(card), _ -> new ArrayList<>()).add(card));
    byGroup.forEach((group, members) -> groups.add(group(group, members)));
    groups.add(Box.createVerticalGlue());
    groups.revalidate();
    groups.repaint();
  }

  private static String group(BoxedCard card) {
    if (card.flaw() != Flaw.NONE || card.name().equals("wrong")) {
      return "cards.broken";
    }
    return card instanceof Chip ? "cards.chips" : "cards.documents";
  }

  private JComponent group(String key, List<BoxedCard> members) {
    JPanel grid = new JPanel(new GridLayout(0, columns, Look.GAP / 2, Look.GAP / 2));
    grid.setOpaque(false);
    for (BoxedCard card : members) {
      FlatButton button = button(card);
      buttons.put(card, button);
      grid.add(button);
    }
    JPanel group = new JPanel(new BorderLayout(0, 2));
    group.setOpaque(false);
    group.setBorder(BorderFactory.createEmptyBorder(0, 0, Look.GAP / 2, 0));
    group.add(format.label(format.texts().get(key), Look.QUIET), BorderLayout.NORTH);
    group.add(grid, BorderLayout.CENTER);
    group.setMaximumSize(new Dimension(Integer.MAX_VALUE, group.getPreferredSize().height));
    return group;
  }

  private FlatButton button(BoxedCard card) {
    int letters = format.density().letters();
    String note = format.texts().note(card);
    String title =
        card.value("name").isEmpty() ? format.texts().get("card.nobody") : card.value("name");
    return new FlatButton(title, note, letters, () -> perform.accept(command(card)))
        .withHeight(letters * 5 / 2 + 1)
        .withHint(note + " – lay " + card.name());
  }

  /** A hand lays a card on an empty reader, and swaps it for one that lies there. */
  private String command(BoxedCard card) {
    boolean taken = card instanceof Chip ? slot.chip().isPresent() : module.card().isPresent();
    return (taken ? "swap " : "lay ") + card.name();
  }

  /** Shows which cards lie somewhere. */
  void refresh() {
    String onModule = module.card().map(BoxedCard::name).orElse("");
    String inSlot = slot.chip().map(BoxedCard::name).orElse("");
    buttons.forEach((card, button) ->
        button.setChosen(card.name().equals(card instanceof Chip ? inSlot : onModule)));
  }
}
