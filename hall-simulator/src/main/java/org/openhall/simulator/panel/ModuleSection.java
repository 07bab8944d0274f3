package org.openhall.simulator.panel;

import java.awt.BorderLayout;
import java.awt.GridLayout;
import java.util.HashMap;
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
  private final Map<String, FlatButton> buttons = new HashMap<>();
  private final Section section;

  ModuleSection(IdModule module, CardBox cards, Texts texts, Consumer<Command> perform) {
    this.module = module;
    this.texts = texts;
    this.view = new CardView(texts);
    this.takeAway =
        new FlatButton(texts.get("take-away"), "", () -> perform.accept(new Command.TakeCard()));
    JPanel top = new JPanel(new BorderLayout(0, Look.GAP));
    top.setOpaque(false);
    top.add(view, BorderLayout.CENTER);
    top.add(takeAway, BorderLayout.SOUTH);
    JPanel content = new JPanel(new BorderLayout(0, Look.GAP));
    content.setOpaque(false);
    content.add(top, BorderLayout.CENTER);
    content.add(choice(cards, perform), BorderLayout.SOUTH);
    this.section = new Section(texts.get("id-module"), content);
  }

  private JPanel choice(CardBox cards, Consumer<Command> perform) {
    JPanel grid = new JPanel(new GridLayout(0, 2, Look.GAP / 2, Look.GAP / 2));
    grid.setOpaque(false);
    for (Card card : cards.cards()) {
      FlatButton button =
          new FlatButton(
              card.value("name"),
              texts.note(card),
              () -> perform.accept(new Command.LayCard(card.name())));
      buttons.put(card.name(), button);
      grid.add(button);
    }
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
    } else if (module.cardWasRead()) {
      section.say(texts.get("id-module.read"), Look.GOOD);
    } else {
      section.say(texts.get("id-module.waiting"), Look.ACCENT);
    }
  }
}
