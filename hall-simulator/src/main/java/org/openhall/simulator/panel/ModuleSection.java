package org.openhall.simulator.panel;

import java.awt.BorderLayout;
import java.awt.GridLayout;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.openhall.simulator.card.Card;
import org.openhall.simulator.card.CardBox;
import org.openhall.simulator.control.Command;
import org.openhall.simulator.idmodule.IdModule;

/** The ID module: the card on it, and the cards that can be laid there. */
final class ModuleSection {

  private final IdModule module;
  private final Texts texts;
  private final CardView view;
  private final FlatButton takeAway;
  private final Map<String, FlatButton> buttons = new LinkedHashMap<>();
  private final Section section;

  ModuleSection(IdModule module, CardBox cards, Format format, Consumer<Command> perform) {
    this.module = module;
    this.texts = format.texts();
    this.view = new CardView(texts);
    this.takeAway =
        format.button(
            texts.get("take-away"),
            "",
            () ->
                perform.accept(new Command.TakeCard(org.openhall.simulator.control.Place.MODULE)));
    cards.cards().forEach(card -> buttons.put(card.name(), button(card, format, perform)));
    JPanel top = new JPanel(new BorderLayout(0, Look.GAP));
    top.setOpaque(false);
    if (format.density() == Density.ROOMY) {
      top.add(view, BorderLayout.CENTER);
    }
    top.add(takeAway, BorderLayout.SOUTH);
    JPanel content = new JPanel(new BorderLayout(0, Look.GAP));
    content.setOpaque(false);
    content.add(top, BorderLayout.CENTER);
    content.add(choice(format.density().cardColumns()), BorderLayout.SOUTH);
    this.section = format.section(texts.get("id-module"), content);
  }

  private static FlatButton button(Card card, Format format, Consumer<Command> perform) {
    return format.button(
        card.value("name"),
        format.texts().note(card),
        () -> perform.accept(new Command.LayCard(card.name())));
  }

  private JPanel choice(int columns) {
    JPanel grid = new JPanel(new GridLayout(0, columns, Look.GAP / 2, Look.GAP / 2));
    grid.setOpaque(false);
    buttons.values().forEach(grid::add);
    JLabel label = new JLabel(texts.get("cards"));
    label.setFont(Look.plain(15));
    label.setForeground(Look.QUIET);
    JPanel choice = new JPanel(new BorderLayout(0, Look.GAP / 2));
    choice.setOpaque(false);
    choice.add(label, BorderLayout.NORTH);
    choice.add(grid, BorderLayout.CENTER);
    return choice;
  }

  Section section() {
    return section;
  }

  /** Shows the module as it is now. */
  void refresh() {
    Optional<Card> card = module.card();
    view.show(card.orElse(null));
    takeAway.setEnabled(card.isPresent());
    String name = card.map(Card::name).orElse("");
    buttons.forEach((each, button) -> button.setChosen(each.equals(name)));
    if (card.isEmpty()) {
      section.say(texts.get("id-module.empty"), Look.QUIET);
      return;
    }
    boolean read = module.cardWasRead();
    section.say(
        card.get().value("name") + " · " + texts.get(read ? "id-module.read" : "id-module.waiting"),
        read ? Look.GOOD : Look.ACCENT);
  }
}
